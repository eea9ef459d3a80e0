package dev.assay.inspect.web;

import java.util.Optional;

/** TLS settings of an nginx server (ngx_http_ssl_module). */
final class NginxTls {
  private NginxTls() {}

  static void describe(Scope server, Sheet sheet) {
    Optional<Directive> protocols = server.get("ssl_protocols");
    if (protocols.isPresent()) {
      protocols.get().words().forEach(p -> sheet.tlsProtocols.add(p, protocols.get().where()));
    } else {
      sheet.tlsProtocolsByDefault("ssl_protocols");
    }
    Optional<Directive> ciphers = server.get("ssl_ciphers");
    if (ciphers.isPresent()) {
      sheet.ciphers.add(ciphers.get().first(), ciphers.get().where());
      Ciphers.weak(ciphers.get().first())
          .forEach(each -> sheet.weakCiphers.add(each, ciphers.get().where()));
    }
    for (Directive certificate : server.all("ssl_certificate")) {
      sheet.certificates.add(certificate.first(), certificate.where());
    }
    for (Directive key : server.all("ssl_certificate_key")) {
      // Keys in hardware and keys made of variables are no files.
      if (!key.first().startsWith("engine:") && !key.first().contains("$")) {
        sheet.keys.add(key.first(), key.where());
      }
    }
  }
}
