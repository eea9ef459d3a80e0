package dev.assay.inspect.android;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.AndroidPackageFacts.Exported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the meaning of a manifest: what the system makes of it, its defaults included. */
public final class Manifest {
  /** From this API level on apps may not use plain HTTP unless they say so. */
  static final int CLEARTEXT_OFF = 28;

  private static final Set<String> COMPONENTS =
      Set.of("activity", "activity-alias", "service", "receiver", "provider");

  private final Element root;
  private final Optional<Element> application;

  public Manifest(Element root) {
    this.root = root;
    this.application = root.children("application").stream().findFirst();
  }

  public String packageName() {
    return root.attribute("package").map(Element.Attribute::text).orElse("");
  }

  String text(int resource) {
    return root.attribute(resource).map(Element.Attribute::text).orElse("");
  }

  long versionCode() {
    return root.attribute(Attributes.VERSION_CODE)
        .map(a -> Integer.toUnsignedLong(a.data()))
        .orElse(0L);
  }

  /** Oldest API level it installs on. */
  public int minSdk() {
    return sdk(Attributes.MIN_SDK).orElse(1);
  }

  public int targetSdk() {
    return sdk(Attributes.TARGET_SDK).orElse(minSdk());
  }

  private Optional<Integer> sdk(int resource) {
    return root.children("uses-sdk").stream()
        .flatMap(sdk -> sdk.attribute(resource).stream())
        .map(Element.Attribute::data)
        .filter(level -> level > 0 && level < 10_000)
        .findFirst();
  }

  boolean flag(int resource, boolean otherwise) {
    return application
        .flatMap(a -> a.attribute(resource))
        .map(a -> a.data() != 0)
        .orElse(otherwise);
  }

  boolean has(int resource) {
    return application.flatMap(a -> a.attribute(resource)).isPresent();
  }

  /** Permissions it asks for, sorted. */
  public List<String> permissions() {
    Set<String> names = new TreeSet<>();
    for (String tag : List.of("uses-permission", "uses-permission-sdk-23")) {
      root.children(tag).forEach(use -> names.add(name(use)));
    }
    return List.copyOf(names);
  }

  List<String> schemes() {
    Set<String> schemes = new TreeSet<>();
    for (Element component : components()) {
      for (Element filter : component.children("intent-filter")) {
        filter.children("data").stream()
            .flatMap(data -> data.attribute(Attributes.SCHEME).stream())
            .forEach(scheme -> schemes.add(scheme.text()));
      }
    }
    return List.copyOf(schemes);
  }

  /** Components that other apps can reach, in their order. */
  public List<Exported> exported() {
    return components().stream().filter(this::isExported).map(this::describe).toList();
  }

  /** Values of the application's meta-data, by name; the first of a name counts. */
  public Map<String, String> metaData() {
    Map<String, String> values = new TreeMap<>();
    for (Element each : application.map(a -> a.children("meta-data")).orElse(List.of())) {
      values.putIfAbsent(
          name(each),
          each.attribute(Attributes.VALUE)
              .or(() -> each.attribute(Attributes.RESOURCE))
              .map(Element.Attribute::text)
              .orElse(""));
    }
    return Collections.unmodifiableMap(values);
  }

  /** Whether it says that the whole app may use plain HTTP. */
  public boolean allowsCleartext() {
    return flag(Attributes.CLEARTEXT_TRAFFIC, false);
  }

  /** Whether it says that a debugger may attach. */
  public boolean isDebuggable() {
    return flag(Attributes.DEBUGGABLE, false);
  }

  /** Packages it asks after by name, sorted. */
  public List<String> queries() {
    Set<String> packages = new TreeSet<>();
    for (Element queries : root.children("queries")) {
      queries.children("package").forEach(each -> packages.add(name(each)));
    }
    return packages.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** The other app in whose process its code runs, as a test of that; empty where there is none. */
  public String tests() {
    return root.children("instrumentation").stream()
        .flatMap(each -> each.attribute(Attributes.TARGET_PACKAGE).stream())
        .map(Element.Attribute::text)
        .filter(target -> !target.equals(packageName()))
        .findFirst()
        .orElse("");
  }

  /** How many classes it names for the system to start, the application's own among them. */
  public int componentCount() {
    boolean own = application.flatMap(a -> a.attribute(Attributes.NAME)).isPresent();
    return components().size() + (own ? 1 : 0);
  }

  /** Activities, services, receivers and providers, in their order. */
  public List<Element> components() {
    List<Element> found = new ArrayList<>();
    for (Element child : application.map(Element::children).orElse(List.of())) {
      if (COMPONENTS.contains(child.name())) {
        found.add(child);
      }
    }
    return found;
  }

  /**
   * Whether other apps reach a component, by the rules of the platform: from API level 31 on a
   * filter alone exports nothing, below 17 providers are open unless they say no.
   */
  public boolean isExported(Element component) {
    if (component
        .attribute(Attributes.ENABLED)
        .filter(a -> a.type() == 0x12 && a.data() == 0)
        .isPresent()) {
      return false;
    }
    Optional<Element.Attribute> said = component.attribute(Attributes.EXPORTED);
    if (said.isPresent()) {
      return said.get().data() != 0;
    }
    return component.name().equals("provider")
        ? targetSdk() < 17
        : targetSdk() < 31 && !component.children("intent-filter").isEmpty();
  }

  private Exported describe(Element component) {
    List<Element> filters = component.children("intent-filter");
    return new Exported(
        component.name().equals("activity-alias") ? "activity" : component.name(),
        name(component),
        permission(component),
        component.attribute(Attributes.EXPORTED).isPresent(),
        filters.stream()
            .anyMatch(
                f ->
                    has(f, "category", "android.intent.category.LAUNCHER")
                        || has(f, "category", "android.intent.category.HOME")),
        filters.stream().anyMatch(f -> has(f, "category", "android.intent.category.BROWSABLE")),
        filters.stream()
            .flatMap(f -> f.children("action").stream())
            .map(Manifest::name)
            .distinct()
            .toList());
  }

  /** The permission that guards a component, or empty. */
  public String permission(Element component) {
    Optional<String> whole =
        component
            .attribute(Attributes.PERMISSION)
            .map(Element.Attribute::text)
            .filter(p -> !p.isEmpty());
    if (whole.isPresent()) {
      return whole.get();
    }
    Optional<String> read =
        component.attribute(Attributes.READ_PERMISSION).map(Element.Attribute::text);
    Optional<String> write =
        component.attribute(Attributes.WRITE_PERMISSION).map(Element.Attribute::text);
    if (read.isPresent() && write.isPresent()) {
      return read.get();
    }
    return application
        .flatMap(a -> a.attribute(Attributes.PERMISSION))
        .map(Element.Attribute::text)
        .orElse("");
  }

  /**
   * Declared permissions that any app is given (level normal) or that a user is asked for
   * (dangerous), and that guard something.
   */
  List<String> weakPermissions(List<Exported> exported) {
    Set<String> weak = new TreeSet<>();
    for (Element declared : root.children("permission")) {
      int level =
          declared.attribute(Attributes.PROTECTION_LEVEL).map(a -> a.data() & 0xF).orElse(0);
      if (level <= 1 && exported.stream().anyMatch(e -> e.permission().equals(name(declared)))) {
        weak.add(name(declared));
      }
    }
    return List.copyOf(weak);
  }

  private static boolean has(Element filter, String tag, String wanted) {
    return filter.children(tag).stream().anyMatch(element -> name(element).equals(wanted));
  }

  /** The element of the application. */
  public Optional<Element> application() {
    return application;
  }

  /** The name an element gives to what it is about, or empty. */
  public static String name(Element element) {
    return element.attribute(Attributes.NAME).map(Element.Attribute::text).orElse("");
  }
}
