package dev.assay.inspect.android;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.AndroidPackageFacts.NetworkRules;
import java.util.List;
import java.util.Optional;

/**
 * Reads network security configurations (developer.android.com, "Network security configuration").
 * The manifest names a resource, which the resource table says the file of; where that is damaged,
 * the file is told by its root element.
 */
final class NetworkConfig {
  private static final int MAX_FILES = 10_000;
  private static final int MAX_SIZE = 1 << 20;

  private boolean base;
  private int domains;
  private boolean user;
  private boolean overrides;
  private int single;

  /**
   * @param cleartext whether the platform allows plain HTTP to an app whose configuration does not
   *     say
   */
  private NetworkConfig(boolean cleartext) {
    this.base = cleartext;
  }

  /**
   * @param path of the file by the resource table; may be that of no member
   */
  static NetworkRules find(App app, String path) {
    boolean cleartext = app.manifest().targetSdk() < Manifest.CLEARTEXT_OFF;
    Optional<Element> named = open(app, path);
    if (named.isPresent()) {
      return new NetworkConfig(cleartext).rules(named.get());
    }
    int looked = 0;
    for (var member : app.archive().members().entrySet()) {
      if (member.getKey().startsWith("res/")
          && member.getKey().endsWith(".xml")
          && member.getValue().size() <= MAX_SIZE
          && looked++ < MAX_FILES) {
        Optional<Element> found = open(app, member.getKey());
        if (found.isPresent()) {
          return new NetworkConfig(cleartext).rules(found.get());
        }
      }
    }
    return NetworkRules.NONE;
  }

  private static Optional<Element> open(App app, String name) {
    return app.xml(name).filter(root -> root.name().equals("network-security-config"));
  }

  private NetworkRules rules(Element root) {
    for (Element child : root.children()) {
      switch (child.name()) {
        case "base-config" -> {
          if (child.attribute("cleartextTrafficPermitted").isPresent()) {
            base = yes(child, "cleartextTrafficPermitted");
          }
          anchors(child);
        }
        case "domain-config" -> domain(child);
        default -> {}
      }
    }
    return new NetworkRules(true, base, domains, user, overrides, single);
  }

  private void domain(Element config) {
    if (yes(config, "cleartextTrafficPermitted")) {
      domains += Math.max(1, config.children("domain").size());
    }
    anchors(config);
    List<Element> sets = config.children("pin-set");
    if (sets.stream().anyMatch(set -> set.children("pin").size() == 1)) {
      single++;
    }
    config.children("domain-config").forEach(this::domain);
  }

  private void anchors(Element config) {
    for (Element anchors : config.children("trust-anchors")) {
      for (Element authority : anchors.children("certificates")) {
        user |= text(authority, "src").equals("user");
        overrides |= yes(authority, "overridePins");
      }
    }
  }

  private static boolean yes(Element element, String attribute) {
    return text(element, attribute).equals("true");
  }

  private static String text(Element element, String attribute) {
    return element.attribute(attribute).map(Element.Attribute::text).orElse("");
  }
}
