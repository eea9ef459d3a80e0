package dev.assay.inspect.crypto;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code openssl.cnf}, config(5): {@code openssl_conf} names the section that names all others; the
 * system's TLS settings are {@code ssl_conf} → {@code system_default}.
 */
final class OpenSslPolicy {
  static final List<String> READS =
      List.of("ssl/openssl.cnf", "tls/openssl.cnf", "ssl/openssl.cnf.d/*.cnf", "openssl.d/*.cnf");

  private final Map<String, Map<String, Setting>> sections = new LinkedHashMap<>();
  private final Included included;
  private final Draft draft;
  private final SourceFile main;

  private OpenSslPolicy(Root root, SourceFile main, Draft draft) {
    this.included = new Included(root);
    this.main = main;
    this.draft = draft;
  }

  static void report(Root root, Findings findings) {
    Stream.of("etc/ssl/openssl.cnf", "etc/pki/tls/openssl.cnf", "usr/lib/ssl/openssl.cnf")
        .flatMap(path -> root.file(path).stream())
        .findFirst()
        .ifPresent(
            file -> {
              Draft draft = findings.component(CryptoInspector.KIND, file.path(), "OpenSSL");
              OpenSslPolicy policy = new OpenSslPolicy(root, file, draft);
              policy.included.read(file, policy::read);
              policy.describe(root);
            });
  }

  private void read(SourceFile file) {
    file.lines().stream()
        .map(line -> line.text().strip())
        .filter(text -> text.matches("\\.include[ =].*"))
        .forEach(text -> include(text.replaceFirst("^\\.include[ =]+", "").strip(), file));
    for (Setting setting : Lines.sections(file)) {
      sections
          .computeIfAbsent(setting.section().strip(), k -> new LinkedHashMap<>())
          .put(setting.key(), setting);
    }
  }

  private void include(String name, SourceFile from) {
    included.each(name.endsWith(".cnf") ? name : name + "/*.cnf", from, this::read);
  }

  private Optional<Setting> get(String section, String key) {
    return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(key));
  }

  private static String value(Setting setting) {
    return setting.value().replaceFirst("\\s#.*$", "").strip();
  }

  private String follow(String section, String key) {
    return get(section, key).map(OpenSslPolicy::value).orElse("");
  }

  private void describe(Root root) {
    included.doubt().ifPresent(why -> CryptoInspector.doubt(draft, why));
    String init = follow("", "openssl_conf");
    String tls = follow(follow(init, "ssl_conf"), "system_default");
    Optional<Setting> minimum = seen("minimum", get(tls, "MinProtocol"));
    Optional<Setting> list = seen("ciphers", get(tls, "CipherString"));
    seen("securityLevel", get(tls, "CipherString"));
    Optional<Setting> options = seen("unsafeRenegotiation", get(tls, "Options"));
    seen("legacyServers", get(tls, "Options"));
    String ciphers = list.map(OpenSslPolicy::value).orElse("");
    String flags = options.map(OpenSslPolicy::value).orElse("");
    List<String> modules = modules(init);
    seen("policy", Optional.empty());
    draft
        .signs(CryptoInspector.signs("OpenSSL"))
        .facts(
            new TlsPolicyFacts(
                "openssl",
                minimum.map(OpenSslPolicy::value).orElse(""),
                level(ciphers),
                CipherWords.added(ciphers),
                providers(init),
                has(flags, "UnsafeLegacyRenegotiation"),
                has(flags, "UnsafeLegacyServerConnect") || has(flags, "UnsafeLegacyRenegotiation"),
                "",
                modules,
                Loose.writable(
                    "writableModules",
                    modules.stream().flatMap(path -> root.node(path).stream()).toList(),
                    draft),
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private Optional<Setting> seen(String fact, Optional<Setting> setting) {
    draft.seen(
        fact,
        setting
            .map(Setting::at)
            .orElseGet(() -> main.whole("not set for the system; the library's default holds")));
    return setting;
  }

  private static boolean has(String flags, String wanted) {
    return Stream.of(flags.split(",")).map(String::strip).anyMatch(wanted::equalsIgnoreCase);
  }

  private static int level(String ciphers) {
    int at = ciphers.lastIndexOf("@SECLEVEL=");
    String digit = at < 0 ? "" : ciphers.substring(at + "@SECLEVEL=".length()).split("\\D", 2)[0];
    return digit.matches("[0-9]") ? Integer.parseInt(digit) : -1;
  }

  /** Sections named in {@code providers} that are activated. */
  private List<String> providers(String init) {
    List<String> active = new ArrayList<>();
    sections
        .getOrDefault(follow(init, "providers"), Map.of())
        .forEach(
            (name, setting) -> {
              Optional<Setting> on = get(value(setting), "activate");
              if (on.isPresent() && !value(on.get()).matches("0|no|false|off")) {
                draft.seen("providers[" + active.size() + "]", on.get().at());
                active.add(name);
              }
            });
    draft.seen("providers", main.whole("without a section only the default provider is active"));
    return List.copyOf(active);
  }

  private List<String> modules(String init) {
    List<String> modules = new ArrayList<>();
    for (String kind : List.of("providers", "engines")) {
      sections
          .getOrDefault(follow(init, kind), Map.of())
          .forEach(
              (name, setting) -> {
                for (String key : List.of("module", "dynamic_path")) {
                  get(value(setting), key)
                      .ifPresent(
                          path -> {
                            draft.seen("modules[" + modules.size() + "]", path.at());
                            modules.add(value(path));
                          });
                }
              });
    }
    draft.seen("modules", main.whole("no further module is named"));
    return List.copyOf(modules);
  }
}
