package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Blocks;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Section;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code strongswan.conf} with what it includes, and the secrets of both front ends. */
final class IpsecDaemon {
  private static final String SOCKET = "unix:///var/run/charon.vici";

  private final Root root;
  private final Draft draft;
  private final Section charon;
  private final Effective values;
  private final String path;

  private IpsecDaemon(Root root, Draft draft, Section charon, String path) {
    this.root = root;
    this.draft = draft;
    this.charon = charon;
    this.path = path;
    this.values = new Effective(draft, path, charon::get);
  }

  static void report(
      Root root, Optional<IpsecConf> stroke, Optional<Blocks> vici, Findings findings) {
    Optional<SourceFile> main = root.file("etc/strongswan.conf");
    Optional<SourceFile> first =
        main.or(() -> root.file("etc/swanctl/swanctl.conf"))
            .or(() -> root.file("etc/ipsec.secrets"))
            .or(() -> stroke.flatMap(conf -> conf.included().files().stream().findFirst()));
    if (first.isEmpty()) {
      return;
    }
    String path = first.get().path();
    Draft draft = findings.component(IpsecInspector.DAEMON, path, "strongSwan");
    Optional<Blocks> blocks = main.map(file -> Blocks.read(root, file));
    Section charon = blocks.flatMap(b -> b.top().section("charon")).orElseGet(Section::new);
    blocks
        .flatMap(Blocks::doubt)
        .ifPresent(
            why ->
                Stream.of("plugins", "managementSockets", "remoteManagement", "logLevel")
                    .forEach(fact -> draft.unknown(fact, why)));
    List<Node> files = new ArrayList<>();
    blocks.ifPresent(b -> b.included().files().forEach(file -> files.add(file.node())));
    stroke.ifPresent(conf -> conf.included().files().forEach(file -> files.add(file.node())));
    vici.ifPresent(b -> b.included().files().forEach(file -> files.add(file.node())));
    Secrets secrets = new Secrets(draft);
    secrets.stroke(root);
    vici.ifPresent(b -> secrets.vici(b, root));
    files.addAll(secrets.files());
    new IpsecDaemon(root, draft, charon, path).describe(secrets, files);
  }

  private void describe(Secrets secrets, List<Node> files) {
    List<String> plugins = plugins();
    List<String> sockets = sockets(plugins);
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.LISTENS, "IKE is answered on UDP 500 and 4500")
                .withSurface(files.stream().mapToLong(Node::size).sum(), 2, "its configuration")
                .withMemoryUnsafe(true, "strongSwan is written in C")
                .withParsesInput(true, "parses IKE and certificates of strangers")
                .withPrivilege(RiskSigns.Privilege.FULL, "holds keys and sets kernel policies"))
        .facts(
            new IpsecDaemonFacts(
                plugins,
                values.yes(
                    "aggressivePsk",
                    "i_dont_care_about_security_and_use_aggressive_mode_psk",
                    false),
                values.yes("unencryptedMainMode", "accept_unencrypted_mainmode_messages", false),
                values.yes("dosProtection", "dos_protection", true),
                values.yes("sendsVendorId", "send_vendor_id", false),
                values.yes("privateAlgorithms", "accept_private_algs", false),
                values.yes("signatureConstraints", "signature_authentication_constraints", true),
                values.yes("criticalEnforced", "x509.enforce_critical", true),
                values.text("tlsMinimum", "tls.version_min", "1.2"),
                sockets,
                sockets.stream().filter(each -> !each.startsWith("unix:")).toList(),
                logLevel(),
                secrets.found(),
                Loose.readable("readableSecrets", secrets.files(), draft),
                Loose.readable("readableKeys", keys(), draft),
                Loose.writable("writableFiles", files, draft)));
  }

  private List<Node> keys() {
    return Stream.of(
            "ipsec.d/private",
            "swanctl/private",
            "swanctl/rsa",
            "swanctl/ecdsa",
            "swanctl/pkcs8",
            "swanctl/pkcs12")
        .flatMap(folder -> root.children("etc/" + folder).stream())
        .filter(Node::isFile)
        .toList();
  }

  /** Either the list {@code load}, or each plugin whose own section does not turn it off. */
  private List<String> plugins() {
    String list = values.text("plugins", "load", "");
    if (!values.yes("plugins", "load_modular", false) && !list.isEmpty()) {
      return Stream.of(list.split("\\s+"))
          .map(name -> name.replace("!", ""))
          .filter(name -> !name.isEmpty())
          .toList();
    }
    List<String> loaded = new ArrayList<>();
    Map<String, Section> all = charon.section("plugins").map(Section::sections).orElse(Map.of());
    all.forEach(
        (name, section) -> {
          Optional<Setting> load = section.get("load");
          boolean on = load.isPresent() && !Set.of("no", "0", "false").contains(load.get().value());
          if (on) {
            load.ifPresent(setting -> draft.seen("plugins[" + loaded.size() + "]", setting.at()));
            loaded.add(name);
          }
        });
    return List.copyOf(loaded);
  }

  private List<String> sockets(List<String> plugins) {
    List<String> sockets = new ArrayList<>();
    for (String plugin :
        List.of("vici", "stroke", "lookip", "error-notify", "whitelist", "duplicheck")) {
      Optional<Setting> socket = charon.get("plugins." + plugin + ".socket");
      if (socket.isPresent()) {
        draft.seen("managementSockets", socket.get().at());
        draft.seen("remoteManagement", socket.get().at());
        sockets.add(socket.get().value());
      } else if (plugin.equals("vici") && plugins.contains("vici")) {
        sockets.add(SOCKET);
      }
    }
    values.text("remoteManagement", "plugins.vici.socket", SOCKET);
    return List.copyOf(sockets);
  }

  /** The highest of all subsystems in all logs. */
  private long logLevel() {
    long highest = 1;
    for (String target : List.of("filelog", "syslog", "journal")) {
      Optional<Section> section = charon.section(target);
      List<Section> logs = new ArrayList<>();
      section.ifPresent(logs::add);
      section.ifPresent(s -> logs.addAll(s.sections().values()));
      for (Section log : logs) {
        for (Setting setting : log.values().values()) {
          if (setting.value().matches("-?[0-9]") && Long.parseLong(setting.value()) > highest) {
            highest = Long.parseLong(setting.value());
            draft.seen("logLevel", setting.at());
          }
        }
      }
    }
    draft.seen("logLevel", Evidence.whole(path, "no log has a higher level"));
    return highest;
  }
}
