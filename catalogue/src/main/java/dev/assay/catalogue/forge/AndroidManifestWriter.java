package dev.assay.catalogue.forge;

import java.util.List;
import java.util.Map;

/** Writes the manifest of a forged package. */
final class AndroidManifestWriter {
  private static final Map<String, Integer> LEVELS =
      Map.of("normal", 0, "dangerous", 1, "signature", 2);

  private final BinaryXml xml = new BinaryXml();

  private AndroidManifestWriter() {}

  /**
   * @param code whether there is code for an activity to start
   */
  static byte[] write(Parameters p, boolean code) {
    return new AndroidManifestWriter().manifest(p, code);
  }

  private byte[] manifest(Parameters p, boolean code) {
    xml.start("manifest");
    xml.attribute("package", p.text("package", "test.control"));
    xml.attribute("versionCode", 1);
    xml.attribute("versionName", p.text("versionName", "1.0"));
    p.map("manifest", Map.of()).forEach(xml::attribute);
    xml.start("uses-sdk");
    xml.attribute("minSdkVersion", p.number("minSdk", 30));
    xml.attribute("targetSdkVersion", p.number("targetSdk", 35));
    xml.end();
    for (String permission : p.texts("permissions")) {
      xml.start("uses-permission");
      xml.attribute("name", permission);
      xml.end();
    }
    for (Map<String, Object> permission : p.maps("declares")) {
      xml.start("permission");
      xml.attribute("name", String.valueOf(permission.get("name")));
      xml.attribute(
          "protectionLevel", LEVELS.getOrDefault(String.valueOf(permission.get("level")), 0));
      xml.end();
    }
    xml.start("application");
    p.map("application", Map.of()).forEach(xml::attribute);
    p.map("metaData", Map.of())
        .forEach(
            (name, value) -> {
              xml.start("meta-data");
              xml.attribute("name", name);
              xml.attribute("value", value);
              xml.end();
            });
    if (code) {
      xml.start("activity");
      xml.attribute("name", CodeForge.MAIN);
      xml.attribute("exported", false);
      xml.end();
    }
    for (Map<String, Object> component : p.maps("components")) {
      component(new Parameters("apk", component));
    }
    xml.end();
    xml.end();
    return xml.toBytes();
  }

  private void component(Parameters p) {
    xml.start(p.text("type", "service"));
    xml.attribute("name", p.text("name", "test.control.Part"));
    if (p.has("exported")) {
      xml.attribute("exported", p.flag("exported", false));
    }
    if (p.has("permission")) {
      xml.attribute("permission", p.text("permission", ""));
    }
    List<String> actions = p.texts("actions");
    List<String> categories = p.texts("categories");
    String scheme = p.text("scheme", "");
    p.done();
    if (!actions.isEmpty() || !categories.isEmpty() || !scheme.isEmpty()) {
      xml.start("intent-filter");
      actions.forEach(action -> named("action", "name", action));
      categories.forEach(category -> named("category", "name", category));
      if (!scheme.isEmpty()) {
        named("data", "scheme", scheme);
      }
      xml.end();
    }
    xml.end();
  }

  private void named(String element, String attribute, String value) {
    xml.start(element);
    xml.attribute(attribute, value);
    xml.end();
  }
}
