package dev.assay.inspect.web;

import dev.assay.inspect.web.LighttpdConfig.Item;
import dev.assay.inspect.web.LighttpdConfig.Placed;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TLS settings of lighttpd (mod_openssl; {@code ssl.openssl.ssl-conf-cmd} is SSL_CONF_cmd(3)). */
final class LighttpdTls {
  private static final List<String> VERSIONS =
      List.of("SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

  private LighttpdTls() {}

  static void describe(LighttpdConfig config, Sheet sheet) {
    for (Placed old : config.all("ssl.use-sslv3")) {
      if (old.setting().enabled()) {
        sheet.tlsProtocols.add("SSLv3", old.where());
      }
    }
    List<Placed> all = config.all("ssl.openssl.ssl-conf-cmd");
    for (Placed commands : all) {
      commands(commands, sheet);
    }
    if (all.isEmpty()) {
      from(byDefault(sheet), "TLSv1.3", sheet.byDefault("MinProtocol"), sheet);
    }
    for (Placed ciphers : config.all("ssl.cipher-list")) {
      ciphers(ciphers.setting().value().plain(), ciphers, sheet);
    }
    for (Placed compression : config.all("ssl.use-compression")) {
      sheet.tlsCompression.set(compression.setting().enabled(), compression.where());
    }
    for (Placed refusal : config.all("ssl.disable-client-renegotiation")) {
      boolean allowed = refusal.setting().value().plain().equals("disable");
      sheet.insecureRenegotiation.set(allowed, refusal.where());
    }
    for (Placed pem : config.all("ssl.pemfile")) {
      String file = pem.setting().value().plain();
      sheet.certificates.add(file, pem.where());
      if (pem.block().effective("ssl.privkey").isEmpty()) {
        sheet.keys.add(file, pem.where());
      }
    }
    for (Placed key : config.all("ssl.privkey")) {
      sheet.keys.add(key.setting().value().plain(), key.where());
    }
  }

  private static void commands(Placed commands, Sheet sheet) {
    String least = "";
    String most = "TLSv1.3";
    boolean listed = false;
    for (Item command : commands.setting().value().list()) {
      String value = command.value().plain();
      switch (command.key().toLowerCase(Locale.ROOT)) {
        case "minprotocol" -> least = value.equals("None") ? "SSLv3" : value;
        case "maxprotocol" -> most = value.equals("None") ? "TLSv1.3" : value;
        case "protocol" -> {
          listed = true;
          Protocols.of(value, List.of("TLSv1.2", "TLSv1.3"))
              .forEach(p -> sheet.tlsProtocols.add(p, commands.where()));
        }
        case "cipherstring", "ciphersuites" -> ciphers(value, commands, sheet);
        case "options" -> options(value, commands, sheet);
        default -> {
          // Curves, tickets and the like bear on no fact.
        }
      }
    }
    if (!least.isEmpty()) {
      from(least, most, commands.where(), sheet);
    } else if (!listed) {
      from(byDefault(sheet), most, sheet.byDefault("MinProtocol"), sheet);
    }
  }

  /** Empty where it is not known, which the sheet is told. */
  private static String byDefault(Sheet sheet) {
    Optional<String> least = sheet.defaults.of("MinProtocol");
    if (least.isEmpty()) {
      sheet.unknown("tlsProtocols", sheet.defaults.silence("MinProtocol"));
    }
    return least.orElse("");
  }

  private static void from(String least, String most, Evidence where, Sheet sheet) {
    int first = VERSIONS.indexOf(least);
    int last = VERSIONS.indexOf(most);
    for (int i = Math.max(first, 0); first >= 0 && i <= last; i++) {
      sheet.tlsProtocols.add(VERSIONS.get(i), where);
    }
  }

  private static void options(String options, Placed commands, Sheet sheet) {
    for (String option : options.split("[,\\s]+", 100)) {
      switch (option.toLowerCase(Locale.ROOT)) {
        case "compression", "+compression" -> sheet.tlsCompression.set(true, commands.where());
        case "unsafelegacyrenegotiation", "+unsafelegacyrenegotiation" ->
            sheet.insecureRenegotiation.set(true, commands.where());
        default -> {
          // Other options bear on no fact.
        }
      }
    }
  }

  private static void ciphers(String ciphers, Placed where, Sheet sheet) {
    sheet.ciphers.add(ciphers, where.where());
    Ciphers.weak(ciphers).forEach(weak -> sheet.weakCiphers.add(weak, where.where()));
  }
}
