package dev.assay.inspect.web;

import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Evidence;
import java.util.Optional;

/**
 * A connector for a proxy in front of Tomcat, which believes the peer who the user is, what the
 * address of the client, and which file to take (Tomcat Configuration Reference, "The AJP
 * Connector"; CVE-2020-1938 changed its defaults).
 */
record TomcatAjp(XmlElement connector, int port, Evidence where, Sheet sheet) {
  private static final String CLOSED = "closed";

  void judge() {
    Optional<String> preset = sheet.defaults.of("ajp");
    Optional<String> address = connector.get("address").map(TomcatPlaces::filled);
    boolean secret = connector.get("secret", "requiredSecret").isPresent();
    boolean loopback =
        address
            .map(Addresses::isLoopback)
            .orElseGet(() -> preset.filter(CLOSED::equals).isPresent());
    sheet.listen(new Listener(address.orElse(""), port, false, loopback), where);
    if (secret || address.isPresent() && loopback) {
      return;
    }
    boolean told = address.isPresent() && connector.get("secretRequired").isPresent();
    if (preset.isEmpty() && !told) {
      sheet.trustingConnectors.unknown(sheet.defaults.silence("AJP connectors"));
      return;
    }
    // Since the fix, a connector without a secret does not start unless it is told to.
    boolean starts = !connector.says(preset.filter(CLOSED::equals).isPresent(), "secretRequired");
    if (!loopback && starts) {
      sheet.trustingConnectors.add("AJP on port " + port, where);
      sheet.exposed.set(true, where);
    }
  }
}
