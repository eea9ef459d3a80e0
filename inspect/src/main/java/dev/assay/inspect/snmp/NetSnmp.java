package dev.assay.inspect.snmp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.snmp.SnmpAgentFacts.Community;
import dev.assay.inspect.snmp.SnmpAgentFacts.User;
import dev.assay.inspect.snmp.SnmpdConfig.Places;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Uci;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The agent of net-snmp. */
final class NetSnmp {
  private static final List<String> FROM_CONFIGURATION =
      List.of("communities", "users", "extensions", "accessControl", "listens", "reachable");

  /** Directives that hold a secret. */
  private static final Set<String> SECRET =
      Set.of(
          "rocommunity",
          "rwcommunity",
          "rocommunity6",
          "rwcommunity6",
          "authcommunity",
          "com2sec",
          "com2sec6",
          "createuser",
          "usmuser",
          "proxy",
          "trapsess");

  private final Root root;
  private final AgentStart start;
  private final SnmpdConfig config;
  private final List<Directive> directives;
  private final Draft draft;
  private final Evidence otherwise;

  private NetSnmp(Root root, AgentStart start, SnmpdConfig config, Draft draft, Evidence at) {
    this.root = root;
    this.start = start;
    this.config = config;
    this.directives = config.directives();
    this.draft = draft;
    this.otherwise = at;
  }

  static void report(Root root, List<Start> starts, Findings findings) {
    AgentStart start = AgentStart.of(root, starts, List.of("snmpd"));
    List<String> named =
        start.values("-c").stream().flatMap(list -> Stream.of(list.split(","))).toList();
    Optional<SourceFile> uci = root.file("etc/config/snmpd");
    // OpenWrt's init script writes the named file from this one.
    SnmpdConfig config =
        SnmpdConfig.read(
            root,
            uci.isPresent() ? List.of() : named,
            start.has("-C") ? Places.NAMED_ONLY : Places.USUAL);
    boolean off = false;
    if (uci.isPresent()) {
      List<Uci.Section> sections = Uci.read(uci.get());
      config.add(uci.get(), UciDirectives.of(uci.get(), sections));
      off = UciDirectives.disabled(sections);
    }
    if (start.where().isEmpty() && config.files().isEmpty()) {
      return;
    }
    String where = config.files().isEmpty() ? start.where() : config.files().getFirst().path();
    Evidence at =
        start
            .evidence()
            .orElseGet(() -> config.files().getFirst().whole("nothing in the product starts it"));
    Draft draft = findings.component(SnmpAgentInspector.KIND, where, "net-snmp agent");
    config.files().forEach(file -> draft.artifact(file.path()));
    new NetSnmp(root, start, config, draft, at).describe(off ? Answer.NO : start.enabled());
  }

  private void describe(Answer enabled) {
    if (enabled == Answer.UNKNOWN) {
      draft.unknown("enabled", "whether it starts is not to be told from the product");
    }
    if (config.missing() || !start.certain()) {
      FROM_CONFIGURATION.forEach(
          fact -> draft.unknown(fact, "part of its configuration is made while the device runs"));
    }
    List<String> listens = listens();
    List<Community> communities = Communities.of(directives, draft);
    List<User> users = Users.of(directives, draft);
    Evidence file = config.files().isEmpty() ? otherwise : wholeFile("no such directive");
    for (String fact : List.of("communities", "users", "extensions", "traps", "proxies")) {
      draft.seen(fact, file);
    }
    for (String fact : List.of("implementation", "manager", "enabled")) {
      draft.seen(fact, otherwise);
    }
    boolean reachable = listens.stream().anyMatch(each -> !Listening.local(each));
    draft.signs(AgentSigns.of(start, enabled == Answer.YES, reachable, directives.size(), user()));
    draft.facts(
        new SnmpAgentFacts(
            "net-snmp",
            start.manager(),
            enabled == Answer.YES,
            reachable,
            listens,
            listens.stream().anyMatch(Listening::everywhere),
            listens.stream().anyMatch(Listening::stream),
            !last("disableauthorization", "accessControl").matches("(?i)yes|true|1"),
            communities,
            users,
            Extensions.of(root, directives, draft),
            Peers.traps(directives, draft),
            Peers.proxies(directives, draft),
            subagents(),
            smux(),
            user(),
            readable(),
            writable()));
  }

  /** Operands of the command line are put before those of the file (snmpd(8)). */
  private List<String> listens() {
    List<String> all = new ArrayList<>();
    List<Evidence> places = new ArrayList<>();
    for (String operand : start.operands()) {
      if (Listening.isAddress(operand.split(",", 2)[0])) {
        Listening.addresses(operand).forEach(all::add);
        places.add(otherwise);
      }
    }
    for (Directive directive : directives) {
      if (directive.token().equals("agentaddress")) {
        directive.arguments().forEach(list -> all.addAll(Listening.addresses(list)));
        places.add(directive.evidence());
      }
    }
    for (String fact : List.of("listens", "listensEverywhere", "reachable", "streams")) {
      if (places.isEmpty()) {
        draft.seen(fact, wholeFile("no agentaddress; the agent takes UDP port 161 everywhere"));
      } else {
        places.forEach(place -> draft.seen(fact, place));
      }
    }
    return all.isEmpty() ? List.of("udp:161") : List.copyOf(all);
  }

  private String last(String token, String fact) {
    String value = "";
    Optional<Evidence> at = Optional.empty();
    for (Directive directive : directives) {
      if (directive.token().equals(token)) {
        value = directive.argument(0);
        at = Optional.of(directive.evidence());
      }
    }
    draft.seen(fact, at.orElseGet(() -> wholeFile(token + " is not set")));
    return value;
  }

  private Evidence wholeFile(String excerpt) {
    return config.files().isEmpty() ? otherwise : config.files().getFirst().whole(excerpt);
  }

  /** AgentX over the network has no authentication at all (RFC 2741 9). */
  private List<String> subagents() {
    List<String> sockets = new ArrayList<>();
    for (Directive directive : directives) {
      if (directive.token().equals("agentxsocket")) {
        for (String address : Listening.addresses(directive.argument(0))) {
          if (!Listening.local(address)) {
            draft.seen("subagents[" + sockets.size() + "]", directive.evidence());
            sockets.add(address);
          }
        }
      }
    }
    draft.seen("subagents", wholeFile("agentXSocket"));
    return List.copyOf(sockets);
  }

  private boolean smux() {
    Optional<Directive> peer =
        directives.stream().filter(each -> each.token().equals("smuxpeer")).findFirst();
    draft.seen("smux", peer.map(Directive::evidence).orElseGet(() -> wholeFile("no smuxpeer")));
    return peer.isPresent();
  }

  private String user() {
    List<String> given = start.values("-u");
    String configured = given.isEmpty() ? last("agentuser", "user") : given.getLast();
    if (!given.isEmpty()) {
      draft.seen("user", otherwise);
    }
    return configured.isEmpty() ? "root" : configured;
  }

  private List<String> readable() {
    List<String> paths = new ArrayList<>();
    for (SourceFile file : config.files()) {
      boolean secret =
          directives.stream()
              .anyMatch(
                  each ->
                      SECRET.contains(each.token())
                          && each.evidence().artifact().equals(file.path()));
      if (secret && (file.node().mode() & 4) != 0) {
        mode("configurationReadable", paths.size(), file);
        paths.add(file.node().inRoot());
      }
    }
    return List.copyOf(paths);
  }

  private List<String> writable() {
    List<String> paths = new ArrayList<>();
    for (SourceFile file : config.files()) {
      if ((file.node().mode() & 2) != 0) {
        mode("configurationWritable", paths.size(), file);
        paths.add(file.node().inRoot());
      }
    }
    return List.copyOf(paths);
  }

  private void mode(String fact, int index, SourceFile file) {
    draft.seen(
        fact + "[" + index + "]", file.whole("mode " + Integer.toOctalString(file.node().mode())));
  }
}
