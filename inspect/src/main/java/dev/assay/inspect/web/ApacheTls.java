package dev.assay.inspect.web;

import java.util.List;
import java.util.Optional;

/** TLS settings of an Apache virtual host (mod_ssl). */
final class ApacheTls {
  private ApacheTls() {}

  static void describe(Apache server, List<Directive> host, Sheet sheet) {
    Optional<Directive> protocol = server.get(host, "sslprotocol");
    protocol.ifPresentOrElse(
        set ->
            Protocols.of(set.all(), List.of())
                .forEach(version -> sheet.tlsProtocols.add(version, set.where())),
        () -> sheet.tlsProtocolsByDefault("SSLProtocol"));
    server
        .get(host, "sslciphersuite")
        .ifPresent(
            suites -> {
              String words = suites.word(suites.words().size() - 1);
              sheet.ciphers.add(words, suites.where());
              Ciphers.weak(words).forEach(weak -> sheet.weakCiphers.add(weak, suites.where()));
            });
    Optional<Directive> key = server.get(host, "sslcertificatekeyfile");
    server
        .get(host, "sslcertificatefile")
        .ifPresent(
            file -> {
              sheet.certificates.add(file.first(), file.where());
              if (key.isEmpty()) {
                sheet.keys.add(file.first(), file.where());
              }
            });
    key.filter(k -> !k.first().startsWith("pkcs11:"))
        .ifPresent(file -> sheet.keys.add(file.first(), file.where()));
    server
        .get(host, "sslcompression")
        .ifPresent(on -> sheet.tlsCompression.set(on.isOn(), on.where()));
    server
        .get(host, "sslinsecurerenegotiation")
        .ifPresent(on -> sheet.insecureRenegotiation.set(on.isOn(), on.where()));
  }
}
