package dev.assay.inspect.web;

import dev.assay.inspect.settings.Setting;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * TLS of a Tomcat connector: {@code SSLHostConfig} elements since 8.5, attributes of the connector
 * itself before (Tomcat Configuration Reference, "The HTTP Connector", SSL Support).
 */
final class TomcatTls {
  /** What keystorePass is where nothing sets it. */
  private static final String DEFAULT_PASSWORD = "changeit";

  private static final Set<String> RUNTIME_DECIDES = Set.of("", "all", "tls");

  private final TomcatPlaces places;
  private final Sheet sheet;

  TomcatTls(TomcatPlaces places, Sheet sheet) {
    this.places = places;
    this.sheet = sheet;
  }

  /**
   * @param inside the elements that stand in the connector
   */
  void judge(XmlElement connector, List<XmlElement> inside) {
    List<XmlElement> hosts = named(inside, "SSLHostConfig");
    if (hosts.isEmpty()) {
      protocols(connector, "sslEnabledProtocols", "SSLProtocol");
      ciphers(connector, "ciphers", "SSLCipherSuite");
      keys(connector, connector, "keystoreFile", "SSLCertificateKeyFile");
      certificates(connector, "SSLCertificateFile");
      password(connector, "keystoreFile", "keystorePass");
      switches(connector, "SSLDisableCompression");
      return;
    }
    for (XmlElement host : hosts) {
      protocols(host, "protocols");
      ciphers(host, "ciphers");
      switches(host, "disableCompression");
      List<XmlElement> certificates =
          named(inside, "Certificate").stream().filter(host::holds).toList();
      if (certificates.isEmpty()) {
        keys(host, connector, "certificateKeystoreFile", "certificateKeyFile");
        password(host, "certificateKeystoreFile", "certificateKeystorePassword");
      }
      for (XmlElement certificate : certificates) {
        keys(certificate, host, "certificateKeystoreFile", "certificateKeyFile");
        certificates(certificate, "certificateFile");
        password(certificate, "certificateKeystoreFile", "certificateKeystorePassword");
      }
    }
  }

  private static List<XmlElement> named(List<XmlElement> elements, String name) {
    return elements.stream().filter(each -> each.name().equals(name)).toList();
  }

  private void protocols(XmlElement element, String... names) {
    String list = element.get(names).orElse("").replace("+", " +").strip();
    if (RUNTIME_DECIDES.contains(list.toLowerCase(Locale.ROOT))) {
      sheet.unknown("tlsProtocols", "which versions are left depends on the Java runtime");
      return;
    }
    // TLSv1.2+TLSv1.3: a list without a sign at its beginning starts from nothing.
    for (String version : Protocols.of(list, List.of())) {
      sheet.tlsProtocols.add(version, element.where(names).orElseThrow());
    }
  }

  private void ciphers(XmlElement element, String... names) {
    element
        .get(names)
        .ifPresent(
            list -> {
              Evidence where = element.where(names).orElseThrow();
              sheet.ciphers.add(list, where);
              Ciphers.weak(list).forEach(weak -> sheet.weakCiphers.add(weak, where));
            });
  }

  private void keys(XmlElement element, XmlElement around, String... names) {
    for (String name : names) {
      element
          .get(name)
          .ifPresent(path -> sheet.keys.add(places.path(path), element.where(name).orElseThrow()));
    }
    if (element.get(names).isEmpty() && around.get(names).isEmpty()) {
      sheet.keys.unknown("the key store is that of the account that runs Tomcat");
    }
  }

  private void certificates(XmlElement element, String name) {
    element
        .get(name)
        .ifPresent(
            path -> sheet.certificates.add(places.path(path), element.where(name).orElseThrow()));
  }

  private void password(XmlElement element, String store, String name) {
    Optional<Setting> set = Optional.ofNullable(element.attributes().get(name));
    if (set.isPresent()) {
      boolean preset = set.get().value().equals(DEFAULT_PASSWORD);
      if (preset || !sheet.defaultKeyPassword.get()) {
        sheet.defaultKeyPassword.set(preset, set.get().shownAs(name + "=…").at());
      }
    } else {
      element.where(store).ifPresent(where -> sheet.defaultKeyPassword.set(true, where));
    }
  }

  private void switches(XmlElement element, String disableCompression) {
    if (!element.says(true, disableCompression)) {
      sheet.tlsCompression.set(true, element.where(disableCompression).orElseThrow());
    }
    if (element.says(false, "insecureRenegotiation")) {
      sheet.insecureRenegotiation.set(true, element.where("insecureRenegotiation").orElseThrow());
    }
  }
}
