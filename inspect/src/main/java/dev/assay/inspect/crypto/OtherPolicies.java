package dev.assay.inspect.crypto;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** GnuTLS's {@code config} and the name of a system-wide crypto policy. */
final class OtherPolicies {
  static final List<String> READS =
      List.of("etc/gnutls/config", "etc/gnutls/default-priorities", "etc/crypto-policies/config");

  private static final List<String> VERSIONS =
      List.of("ssl3.0", "tls1.0", "tls1.1", "tls1.2", "tls1.3");

  private OtherPolicies() {}

  static void report(Root root, Findings findings) {
    root.file("etc/gnutls/config").ifPresent(file -> gnutls(file, findings));
    root.file("etc/crypto-policies/config").ifPresent(file -> policy(file, findings));
  }

  /** {@code [overrides]} switches things off, {@code [priorities]} gives names to strings. */
  private static void gnutls(SourceFile file, Findings findings) {
    Draft draft = findings.component(CryptoInspector.KIND, file.path(), "GnuTLS");
    List<String> disabled = new ArrayList<>();
    List<String> enabled = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Setting setting : Lines.sections(file)) {
      String value = setting.value().toLowerCase(Locale.ROOT);
      switch (setting.key().toLowerCase(Locale.ROOT)) {
        case "tls-disabled-version", "disabled-version" -> disabled.add(value);
        case "tls-enabled-version", "enabled-version" -> enabled.add(value);
        default -> {
          if (setting.section().equals("priorities")) {
            draft.seen("ciphers", setting.at());
            draft.seen("unsafeRenegotiation", setting.at());
            words.addAll(CipherWords.added(setting.value()));
          }
        }
      }
    }
    for (String fact : List.of("minimum", "ciphers", "unsafeRenegotiation", "legacyServers")) {
      draft.seen(fact, file.whole("settings of GnuTLS"));
    }
    // GnuTLS itself has no SSL 3.0 in its defaults.
    String minimum =
        VERSIONS.stream()
            .filter(
                each ->
                    enabled.isEmpty()
                        ? !disabled.contains(each) && !each.equals("ssl3.0")
                        : enabled.contains(each))
            .findFirst()
            .orElse("");
    boolean said = !disabled.isEmpty() || !enabled.isEmpty();
    draft
        .signs(CryptoInspector.signs("GnuTLS"))
        .facts(
            new TlsPolicyFacts(
                "gnutls",
                said ? minimum.replace("tls", "TLSv").replace("ssl", "SSLv") : "",
                -1,
                List.copyOf(words),
                List.of(),
                words.contains("%UNSAFE_RENEGOTIATION"),
                words.contains("%PARTIAL_RENEGOTIATION") || words.contains("%UNSAFE_RENEGOTIATION"),
                "",
                List.of(),
                List.of(),
                Loose.writable("writableFiles", List.of(file.node()), draft)));
  }

  private static void policy(SourceFile file, Findings findings) {
    Draft draft = findings.component(CryptoInspector.KIND, file.path(), "crypto-policies");
    String policy = "";
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("#.*$", "").strip();
      if (policy.isEmpty() && !text.isEmpty()) {
        policy = text.length() > 200 ? text.substring(0, 200) : text;
        draft.seen("policy", file.at(line));
      }
    }
    draft.seen("policy", file.whole("the name of the policy"));
    draft
        .signs(CryptoInspector.signs("all TLS libraries"))
        .facts(
            new TlsPolicyFacts(
                "crypto-policies",
                "",
                -1,
                List.of(),
                List.of(),
                false,
                false,
                policy.toUpperCase(Locale.ROOT),
                List.of(),
                List.of(),
                Loose.writable("writableFiles", List.of(file.node()), draft)));
  }
}
