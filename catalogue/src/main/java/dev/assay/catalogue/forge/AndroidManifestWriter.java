package dev.assay.catalogue.forge;

import java.util.List;
import java.util.Map;

/** Writes the manifest of a forged package. */
final class AndroidManifestWriter {
  private static final Map<String, Integer> LEVELS =
      Map.of("normal", 0, "dangerous", 1, "signature", 2, "signatureOrSystem", 3, "internal", 4);

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
    Map<String, Object> attributes = p.map("manifest", Map.of());
    attributes.forEach(xml::attribute);
    // Splits leave it to their base, as bundletool writes them.
    if (!attributes.containsKey("split")) {
      xml.start("uses-sdk");
      xml.attribute("minSdkVersion", p.number("minSdk", 30));
      xml.attribute("targetSdkVersion", p.number("targetSdk", 35));
      xml.end();
    }
    for (String permission : p.texts("permissions")) {
      xml.start("uses-permission");
      xml.attribute("name", permission);
      xml.end();
    }
    for (Map<String, Object> permission : p.maps("declares")) {
      definition(new Parameters("apk", permission));
    }
    queries(p.texts("queries"));
    String tests = p.text("tests", "");
    if (!tests.isEmpty()) {
      xml.start("instrumentation");
      xml.attribute("name", "androidx.test.runner.AndroidJUnitRunner");
      xml.attribute("targetPackage", tests);
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

  private void definition(Parameters p) {
    xml.start("permission");
    xml.attribute("name", p.text("name", "test.control.USE"));
    int level = LEVELS.getOrDefault(p.text("level", "normal"), 0);
    xml.attribute("protectionLevel", level | Integer.decode(p.text("flags", "0")));
    p.map("attributes", Map.of()).forEach(xml::attribute);
    p.done();
    xml.end();
  }

  private void queries(List<String> packages) {
    if (!packages.isEmpty()) {
      xml.start("queries");
      packages.forEach(name -> named("package", "name", name));
      xml.end();
    }
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
    p.map("attributes", Map.of()).forEach(xml::attribute);
    List<String> actions = p.texts("actions");
    List<String> categories = p.texts("categories");
    String scheme = p.text("scheme", "");
    Map<String, Object> link = p.map("link", Map.of());
    boolean verified = p.flag("verified", false);
    p.done();
    if (!actions.isEmpty() || !categories.isEmpty() || !scheme.isEmpty()) {
      xml.start("intent-filter");
      if (verified) {
        xml.attribute("autoVerify", true);
      }
      actions.forEach(action -> named("action", "name", action));
      categories.forEach(category -> named("category", "name", category));
      if (!scheme.isEmpty()) {
        xml.start("data");
        xml.attribute("scheme", scheme);
        link.forEach(xml::attribute);
        xml.end();
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
