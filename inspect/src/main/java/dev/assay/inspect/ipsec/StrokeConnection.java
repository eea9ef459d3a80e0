package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Connections of {@code ipsec.conf}. */
final class StrokeConnection {
  private final Effective values;
  private final String strict;
  private final IpsecDefaults defaults;

  private StrokeConnection(
      Draft draft,
      SourceFile file,
      Map<String, Setting> own,
      String strict,
      IpsecDefaults defaults) {
    this.defaults = defaults;
    this.values = new Effective(draft, file.path(), key -> Optional.ofNullable(own.get(key)));
    this.strict = strict;
  }

  static Optional<IpsecConf> report(Root root, Findings findings) {
    Optional<SourceFile> file = root.file("etc/ipsec.conf");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    IpsecConf conf = IpsecConf.read(root, file.get());
    IpsecDefaults defaults = IpsecDefaults.of(root, file.get());
    Optional<Setting> policy = Optional.ofNullable(conf.setup().get("strictcrlpolicy"));
    for (String name : conf.connections()) {
      Map<String, Setting> own = conf.connection(name);
      // Sections that others inherit with `also` name no peer and are not loaded.
      if (own.containsKey("right") || own.containsKey("left")) {
        String where = file.get().path() + "#" + Connections.label(name);
        Draft draft = findings.component(IpsecInspector.CONNECTION, where, name);
        policy.ifPresent(setting -> draft.seen("revocation", setting.at()));
        String strict = policy.map(Setting::value).orElse("no");
        new StrokeConnection(draft, file.get(), own, strict, defaults).describe(name, conf, draft);
      }
    }
    if (conf.hasMore()) {
      findings.more(
          IpsecInspector.CONNECTION, file.get().path(), "there are more connections than are read");
    }
    return Optional.of(conf);
  }

  private void describe(String name, IpsecConf conf, Draft draft) {
    conf.doubt().ifPresent(why -> Connections.doubt(draft, why));
    String exchange = values.word("ikeV1", "keyexchange", "ike");
    values.word("ikeV2", "keyexchange", "ike");
    String type = values.word("protects", "type", "tunnel");
    String ike = values.text("ikeAlgorithms", "ike", "");
    String esp = values.text("espAlgorithms", "esp", "");
    values.text("ikeDefaultToo", "ike", "");
    values.text("espDefaultToo", "esp", "");
    values.text("forwardSecrecy", "esp", "");
    Proposals first = Proposals.of(Connections.some(ike), false);
    Proposals second = Proposals.of(Connections.some(esp), false);
    String action = values.word("deadPeerDelay", "dpdaction", "none");
    long delay = action.equals("none") ? 0 : values.seconds("deadPeerDelay", "dpddelay", 30);
    boolean reauth = values.yes("reauthenticates", "reauth", true);
    long lifetime = values.seconds("ikeLifetime", "ikelifetime", 3 * 3600);
    boolean rekeys = values.yes("rekeys", "rekey", true);
    String authBy = values.word("localAuthentication", "authby", "pubkey");
    String rightId = values.text("remoteIds", "rightid", "");
    String right = values.text("remoteIds", "right", "%any");
    String ids = rightId.isEmpty() ? right.startsWith("%any") ? "%any" : right : rightId;
    Connections.signs(draft);
    draft.facts(
        new IpsecConnectionFacts(
            name,
            "ipsec.conf",
            !List.of("passthrough", "drop").contains(type),
            !exchange.equals("ikev2"),
            !exchange.equals("ikev1"),
            values.yes("aggressive", "aggressive", false),
            first.algorithms(),
            defaults.weak("ike proposals", first.defaultToo(), "ikeDefaultWeak", draft),
            first.defaultToo(),
            second.algorithms(),
            defaults.weak("esp proposals", second.defaultToo(), "espDefaultWeak", draft),
            second.defaultToo(),
            second.grouped(),
            !values.text("headerOnly", "ah", "").isEmpty() && esp.isEmpty(),
            authentication("localAuthentication", "leftauth", authBy),
            authentication("remoteAuthentication", "rightauth", authBy),
            List.of(ids),
            Stream.of("rightca", "rightcert", "rightsigkey", "rightcertpolicy", "rightgroups")
                .anyMatch(key -> !values.text("remoteConstrained", key, "").isEmpty()),
            switch (strict) {
              case "yes" -> "strict";
              case "ifuri" -> "ifuri";
              default -> "relaxed";
            },
            lifetime,
            values.seconds("childLifetime", "lifetime", 3600),
            rekeys,
            reauth && rekeys ? lifetime : 0,
            delay,
            values.number("replayWindow", "replay_window", 32),
            Connections.list(values.text("localNetworks", "leftsubnet", "dynamic")),
            Connections.list(values.text("remoteNetworks", "rightsubnet", "dynamic"))));
  }

  /** {@code leftauth}, {@code leftauth2}; {@code authby} is the older way. */
  private List<String> authentication(String fact, String key, String authBy) {
    String own = values.word(fact, key, "");
    String second = values.word(fact, key + "2", "");
    String first =
        own.isEmpty()
            ? switch (authBy) {
              case "secret", "psk", "xauthpsk" -> "psk";
              case "xauthrsasig", "rsasig", "ecdsasig", "pubkey" -> "pubkey";
              default -> authBy;
            }
            : own;
    boolean xauth = authBy.startsWith("xauth");
    return Stream.of(first, xauth && second.isEmpty() ? "xauth" : second)
        .filter(each -> !each.isEmpty())
        .map(each -> each.startsWith("pubkey-") ? "pubkey" : each)
        .toList();
  }
}
