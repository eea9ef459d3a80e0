package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Blocks;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Section;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Connections of {@code swanctl.conf}. */
final class ViciConnection {
  private final Draft draft;
  private final String path;
  private final Section section;
  private final Effective values;
  private final List<Effective> children = new ArrayList<>();

  private ViciConnection(Draft draft, String path, Section section) {
    this.draft = draft;
    this.path = path;
    this.section = section;
    this.values = new Effective(draft, path, section::get);
    section
        .section("children")
        .ifPresent(all -> all.sections().values().forEach(each -> children.add(effective(each))));
  }

  static Optional<Blocks> report(Root root, Findings findings) {
    Optional<SourceFile> file = root.file("etc/swanctl/swanctl.conf");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Blocks blocks = Blocks.read(root, file.get());
    IpsecDefaults defaults = IpsecDefaults.of(root, file.get());
    blocks
        .top()
        .section("connections")
        .ifPresent(
            all ->
                all.sections()
                    .forEach(
                        (name, section) -> {
                          String where = file.get().path() + "#" + Connections.label(name);
                          Draft draft = findings.component(IpsecInspector.CONNECTION, where, name);
                          blocks.doubt().ifPresent(why -> Connections.doubt(draft, why));
                          new ViciConnection(draft, file.get().path(), section)
                              .describe(name, defaults);
                        }));
    return Optional.of(blocks);
  }

  private Effective effective(Section of) {
    return new Effective(draft, path, of::get);
  }

  private void describe(String name, IpsecDefaults defaults) {
    String version = values.text("ikeV1", "version", "0");
    values.text("ikeV2", "version", "0");
    Proposals ike =
        Proposals.of(Connections.some(values.text("ikeAlgorithms", "proposals", "")), true);
    values.text("ikeDefaultToo", "proposals", "");
    List<String> offered = new ArrayList<>();
    boolean header = false;
    for (Effective child : children) {
      String esp = child.text("espAlgorithms", "esp_proposals", "");
      child.text("forwardSecrecy", "esp_proposals", "");
      child.text("espDefaultToo", "esp_proposals", "");
      header |= !child.text("headerOnly", "ah_proposals", "").isEmpty() && esp.isEmpty();
      offered.add(esp.isEmpty() ? "default" : esp);
    }
    Proposals esp = Proposals.of(offered, true);
    long reauth = values.seconds("reauthenticates", "reauth_time", 0);
    long rekey = values.seconds("ikeLifetime", "rekey_time", reauth > 0 ? 0 : 4 * 3600);
    long child = longest(each -> each.seconds("childLifetime", "rekey_time", 3600), 3600);
    boolean everRenewed = children.stream().allMatch(each -> renewed(each));
    Connections.signs(draft);
    draft.facts(
        new IpsecConnectionFacts(
            name,
            "swanctl.conf",
            children.isEmpty() || children.stream().anyMatch(this::protects),
            !version.equals("2"),
            !version.equals("1"),
            values.yes("aggressive", "aggressive", false),
            ike.algorithms(),
            defaults.weak("ike proposals", ike.defaultToo(), "ikeDefaultWeak", draft),
            ike.defaultToo(),
            esp.algorithms(),
            defaults.weak(
                "esp proposals", esp.defaultToo() && !offered.isEmpty(), "espDefaultWeak", draft),
            esp.defaultToo(),
            esp.grouped() && !esp.defaultToo(),
            header,
            authentication("local", "localAuthentication"),
            authentication("remote", "remoteAuthentication"),
            ids(),
            constrained(),
            revocation(),
            rekey == 0 ? reauth : reauth == 0 ? rekey : Math.min(rekey, reauth),
            everRenewed ? child : 0,
            everRenewed && (rekey > 0 || reauth > 0),
            reauth,
            values.seconds("deadPeerDelay", "dpd_delay", 0),
            smallest(each -> each.number("replayWindow", "replay_window", 32), 32),
            networks("localNetworks", "local_ts"),
            networks("remoteNetworks", "remote_ts")));
  }

  private boolean protects(Effective child) {
    return !List.of("pass", "drop").contains(child.word("protects", "mode", "tunnel"));
  }

  private static boolean renewed(Effective child) {
    return child.seconds("rekeys", "rekey_time", 3600) > 0
        || child.seconds("rekeys", "life_time", 0) > 0;
  }

  private long longest(ToLongFunction<Effective> time, long otherwise) {
    return children.stream().mapToLong(time).max().orElse(otherwise);
  }

  private long smallest(ToLongFunction<Effective> count, long otherwise) {
    return children.stream().mapToLong(count).min().orElse(otherwise);
  }

  private List<String> networks(String fact, String key) {
    return children.stream()
        .flatMap(each -> Connections.list(each.text(fact, key, "dynamic")).stream())
        .distinct()
        .toList();
  }

  /** {@code local}, {@code local-2}: rounds of authentication. */
  private List<Section> rounds(String side) {
    List<Section> rounds = new ArrayList<>();
    for (Map.Entry<String, Section> each : section.sections().entrySet()) {
      if (each.getKey().startsWith(side)) {
        rounds.add(each.getValue());
      }
    }
    return rounds;
  }

  private List<String> authentication(String side, String fact) {
    List<String> methods = new ArrayList<>();
    for (Section round : rounds(side)) {
      String method = effective(round).word(fact, "auth", "pubkey");
      boolean key = method.matches("(ike:)?(pubkey|rsa|ecdsa|ed25519|ed448|bliss)\\b.*");
      methods.add(key ? "pubkey" : method);
    }
    if (methods.isEmpty()) {
      values.text(fact, side + ".auth", "pubkey");
      methods.add("pubkey");
    }
    return List.copyOf(methods);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    rounds("remote").forEach(round -> ids.add(effective(round).text("remoteIds", "id", "%any")));
    return ids.isEmpty() ? List.of("%any") : List.copyOf(ids);
  }

  private boolean constrained() {
    return rounds("remote").stream()
        .anyMatch(
            round ->
                List.of("certs", "cacerts", "pubkeys", "groups", "cert_policy", "ca_id").stream()
                        .anyMatch(
                            key -> !effective(round).text("remoteConstrained", key, "").isEmpty())
                    || round.sections().keySet().stream().anyMatch(key -> key.contains("cert")));
  }

  private String revocation() {
    List<String> all = new ArrayList<>();
    rounds("remote")
        .forEach(r -> all.add(effective(r).word("revocation", "revocation", "relaxed")));
    return all.isEmpty() || all.contains("relaxed")
        ? "relaxed"
        : all.contains("ifuri") ? "ifuri" : all.getFirst();
  }
}
