package dev.assay.catalogue.forge;

/**
 * Writes a network security configuration.
 *
 * <p>Parameters: {@code cleartext} and {@code domainCleartext} (whether base and a domain allow
 * plain HTTP), {@code anchors} (whose certificates are trusted: system, user), {@code
 * overridePins}, {@code pins} (how many a domain has).
 */
final class NetworkConfigWriter {
  private final BinaryXml xml = new BinaryXml();

  private NetworkConfigWriter() {}

  static byte[] write(Parameters p) {
    return new NetworkConfigWriter().config(p);
  }

  private byte[] config(Parameters p) {
    xml.start("network-security-config");
    xml.start("base-config");
    xml.attribute("cleartextTrafficPermitted", p.flag("cleartext", false));
    xml.start("trust-anchors");
    boolean overrides = p.flag("overridePins", false);
    for (String source : p.texts("anchors")) {
      xml.start("certificates");
      xml.attribute("src", source);
      xml.attribute("overridePins", overrides);
      xml.end();
    }
    xml.end();
    xml.end();
    xml.start("domain-config");
    xml.attribute("cleartextTrafficPermitted", p.flag("domainCleartext", false));
    pins(p.number("pins", 0));
    xml.end();
    xml.end();
    p.done();
    return xml.toBytes();
  }

  private void pins(int count) {
    if (count > 0) {
      xml.start("pin-set");
      for (int i = 0; i < count; i++) {
        xml.start("pin");
        xml.attribute("digest", "SHA-256");
        xml.end();
      }
      xml.end();
    }
  }
}
