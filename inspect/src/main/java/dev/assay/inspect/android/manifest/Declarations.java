package dev.assay.inspect.android.manifest;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.Manifest;
import dev.assay.inspect.android.manifest.ManifestFacts.Definition;
import dev.assay.inspect.android.manifest.ManifestFacts.Link;
import dev.assay.inspect.android.manifest.ManifestFacts.Part;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what the elements of a manifest declare. */
final class Declarations {
  private static final int MAX_LINKS = 2000;
  private static final int PROTECTION_LEVEL = 0x01010009;
  private static final int FOREGROUND_SERVICE_TYPE = 0x01010599;

  private final Element root;
  private final Manifest manifest;
  private final AttributeNames names;
  private final boolean natives;

  Declarations(App app) {
    this.root = app.root();
    this.names = new AttributeNames(app.resources());
    this.manifest = app.manifest();
    this.natives = app.hasLibraries();
  }

  ManifestFacts facts() {
    return new ManifestFacts(
        manifest.packageName(),
        manifest.targetSdk(),
        manifest.permissions(),
        names.of(root).getOrDefault("sharedUserId", ""),
        manifest.application().map(names::of).orElse(Map.of()),
        natives,
        manifest.components().stream().map(this::part).toList(),
        defines(),
        manifest.queries(),
        links(),
        unresolved());
  }

  private List<String> unresolved() {
    Set<String> lost = new TreeSet<>();
    manifest
        .application()
        .map(names::lost)
        .orElse(List.of())
        .forEach(name -> lost.add("application[" + name + "]"));
    List<Element> components = manifest.components();
    for (int i = 0; i < components.size(); i++) {
      Element component = components.get(i);
      if (!names.lost(component).isEmpty()) {
        lost.add("parts[" + i + "]");
      }
      boolean links =
          component.children("intent-filter").stream()
              .flatMap(filter -> filter.children("data").stream())
              .anyMatch(data -> !names.lost(data).isEmpty());
      if (links) {
        lost.add("links");
      }
    }
    if (links().size() == MAX_LINKS) {
      lost.add("links");
    }
    return List.copyOf(lost);
  }

  private Part part(Element component) {
    Map<String, String> attributes = names.of(component);
    return new Part(
        component.name(),
        Manifest.name(component),
        manifest.isExported(component),
        manifest.permission(component),
        attributes,
        Bits.FOREGROUND.of(number(component, FOREGROUND_SERVICE_TYPE)));
  }

  private Map<String, Definition> defines() {
    Map<String, Definition> defined = new TreeMap<>();
    for (Element permission : root.children("permission")) {
      Map<String, String> attributes = names.of(permission);
      int protection = number(permission, PROTECTION_LEVEL);
      defined.putIfAbsent(
          Manifest.name(permission),
          new Definition(
              Bits.level(protection),
              Bits.PROTECTION.of(protection),
              attributes.getOrDefault("permissionGroup", ""),
              attributes.containsKey("label") && attributes.containsKey("description")));
    }
    return Collections.unmodifiableMap(defined);
  }

  /** At most so many that a list of the greatest size tells that there are more. */
  private List<Link> links() {
    Set<Link> links = new LinkedHashSet<>();
    for (Element component : manifest.components()) {
      for (Element filter : component.children("intent-filter")) {
        boolean browsable =
            filter.children("category").stream()
                .anyMatch(c -> Manifest.name(c).equals("android.intent.category.BROWSABLE"));
        if (browsable && component.name().startsWith("activity")) {
          links(component, filter, links);
        }
      }
    }
    return List.copyOf(links);
  }

  /** What the data elements of one filter say is combined: every scheme with every host. */
  private void links(Element component, Element filter, Set<Link> links) {
    boolean verified = names.of(filter).getOrDefault("autoVerify", "").equals("true");
    List<Map<String, String>> data = filter.children("data").stream().map(names::of).toList();
    List<String> hosts = values(data, List.of("host"));
    List<String> paths = values(data, List.of("path", "pathPrefix", "pathPattern"));
    for (String scheme : values(data, List.of("scheme"))) {
      for (String host : hosts.isEmpty() ? List.of("") : hosts) {
        for (String path : paths.isEmpty() ? List.of("") : paths) {
          if (links.size() == MAX_LINKS) {
            return;
          }
          links.add(new Link(Manifest.name(component), scheme, host, path, verified));
        }
      }
    }
  }

  private static List<String> values(List<Map<String, String>> data, List<String> wanted) {
    Set<String> values = new TreeSet<>();
    for (Map<String, String> each : data) {
      for (String name : wanted) {
        String value = each.getOrDefault(name, "");
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
    }
    return List.copyOf(values);
  }

  /** Compilers may keep a name for people beside a number, so that the number itself counts. */
  private static int number(Element element, int resource) {
    return element.attribute(resource).map(Element.Attribute::data).orElse(0);
  }
}
