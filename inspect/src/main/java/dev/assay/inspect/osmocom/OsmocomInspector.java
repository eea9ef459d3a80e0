package dev.assay.inspect.osmocom;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.osmocom.VtyConfig.Command;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One component for each configuration of an Osmocom network element. */
public final class OsmocomInspector implements Inspector {
  public static final Kind<OsmocomFacts> KIND =
      Kind.of("osmocom-element", OsmocomFacts.class, "Osmocom network element");

  private static final Pattern NAME = Pattern.compile("osmo-([a-z]++)[a-z0-9_-]*+\\.cfg");
  private static final int OTHERS_READ = 0004;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/osmocom/osmo-*.cfg", "etc/osmo-*.cfg");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (String pattern : reads()) {
      for (SourceFile file : root.files(pattern)) {
        Matcher name = NAME.matcher(file.node().name());
        if (name.matches()) {
          describe(VtyConfig.read(file), name.group(1), findings);
        }
      }
    }
  }

  private static void describe(VtyConfig config, String daemon, Findings findings) {
    SourceFile file = config.file();
    Draft draft = findings.component(KIND, file.path(), "osmo-" + daemon).artifact(file.path());
    Elements elements = new Elements(config, draft);
    String vty = elements.bind("line vty", "vtyAddress");
    String control = elements.bind("ctrl", "controlAddress");
    draft.seen("vtyReachable", file.whole("line vty listens on " + vty));
    draft.seen("controlReachable", file.whole("ctrl listens on " + control));
    draft.seen("readableByAll", file.node().whole("mode " + octal(file)));
    elements.secret("", "password", "passwordGuessable");
    elements.secret("", "password", "passwordsHashed");
    boolean mobility = daemon.equals("msc") || daemon.equals("nitb");
    String node = daemon.equals("sgsn") ? "sgsn" : "network";
    List<Listener> listeners = Sockets.of(config, daemon, draft);
    boolean reachable =
        !Listener.isLocal(vty) || listeners.stream().anyMatch(each -> !each.local());
    draft.signs(signs(daemon, reachable, config.commands().size()));
    draft.facts(
        new OsmocomFacts(
            daemon,
            vty,
            !Listener.isLocal(vty),
            elements.flag("line vty", "login", false, "login"),
            elements.secret("", "password", "password"),
            elements.secret("", "enable password", "enablePassword"),
            Secrets.guessable(config),
            Secrets.allHashed(config),
            (file.node().mode() & OTHERS_READ) != 0,
            control,
            !Listener.isLocal(control),
            elements.numbers("network", "encryption a5", OsmocomDefaults.a5(daemon), "a5"),
            elements.numbers(node, "encryption uea", OsmocomDefaults.uea(daemon), "uea"),
            elements.numbers("sgsn", "encryption gea", OsmocomDefaults.gea(daemon), "gea"),
            !mobility && !daemon.equals("sgsn")
                || elements
                    .word(
                        node,
                        "authentication",
                        OsmocomDefaults.authentication(daemon) ? "required" : "optional",
                        "authenticationRequired")
                    .equals("required"),
            policy(config, elements, daemon),
            creates(config, elements, daemon),
            !mobility || elements.flag("msc", "assign-tmsi", true, "assignsTmsi"),
            !mobility || checksImei(elements),
            dynamic(config, elements, "accept-asp-connections", "dynamicPeers"),
            dynamic(config, elements, "xua rkm routing-key-allocation", "dynamicRoutes"),
            listeners,
            gsmtap(config, draft),
            channels(config, draft),
            logsKept(config, draft),
            debug(config, draft),
            elements
                .word(
                    "network",
                    "network country code",
                    daemon.equals("bsc") || mobility ? "1" : "",
                    "testNetwork")
                .matches("0{0,2}1")));
  }

  private static String policy(VtyConfig config, Elements elements, String daemon) {
    return switch (daemon) {
      case "sgsn" ->
          elements.word("sgsn", "auth-policy", OsmocomDefaults.policy(daemon), "authPolicy");
      case "nitb" ->
          elements.word("network", "auth policy", OsmocomDefaults.policy(daemon), "authPolicy");
      default -> "";
    };
  }

  /** {@code subscriber-create-on-demand 5 cs+ps} gives whoever attaches a number and services. */
  private static boolean creates(VtyConfig config, Elements elements, String daemon) {
    if (!daemon.equals("hlr")) {
      return false;
    }
    Optional<Command> command = config.lastOfBoth("hlr", "subscriber-create-on-demand");
    elements.seen(
        command,
        "createsSubscribers",
        "subscriber-create-on-demand is not set; the default is off");
    return command
        .filter(found -> !found.is("no"))
        .map(found -> !found.words().getLast().equals("none"))
        .orElse(false);
  }

  private static boolean checksImei(Elements elements) {
    return !elements.word("msc", "check-imei-rqd", "0", "checksImei").equals("0");
  }

  private static boolean dynamic(VtyConfig config, Elements elements, String command, String fact) {
    Optional<Command> found =
        config.commands().stream()
            .filter(each -> each.is(command) || each.is("no " + command))
            .reduce((first, second) -> second);
    elements.seen(found, fact, command + " is not set; only configured peers are taken");
    return found.map(each -> each.words().getLast().equals("dynamic-permitted")).orElse(false);
  }

  private static List<String> gsmtap(VtyConfig config, Draft draft) {
    List<Command> to =
        config.commands().stream()
            .filter(each -> each.is("log gsmtap") || each.is("gsmtap-remote-host"))
            .filter(each -> !each.words().getLast().startsWith("gsmtap"))
            .toList();
    to.forEach(each -> draft.seen("gsmtapHosts", config.file().at(each.line())));
    return to.stream()
        .map(each -> each.words().getLast())
        .filter(host -> !Listener.isLocal(host))
        .distinct()
        .toList();
  }

  private static List<String> channels(VtyConfig config, Draft draft) {
    List<Command> copied = config.all("bts", "gsmtap-sapi").toList();
    copied.forEach(each -> draft.seen("gsmtapChannels", config.file().at(each.line())));
    return copied.stream().map(each -> each.word(1)).distinct().toList();
  }

  private static boolean logsKept(VtyConfig config, Draft draft) {
    Optional<Command> kept =
        config.commands().stream()
            .filter(
                each ->
                    each.is("log file") || each.is("log syslog") || each.is("log systemd-journal"))
            .findFirst();
    draft.seen(
        "logsKept",
        kept.map(each -> config.file().at(each.line()))
            .orElseGet(() -> config.file().whole("no log file, syslog or systemd-journal")));
    return kept.isPresent();
  }

  private static boolean debug(VtyConfig config, Draft draft) {
    List<Command> detailed =
        config.commands().stream()
            .filter(each -> each.is("logging level") && each.words().getLast().equals("debug"))
            .toList();
    detailed.forEach(each -> draft.seen("debugLogging", config.file().at(each.line())));
    return !detailed.isEmpty();
  }

  private static String octal(SourceFile file) {
    return Integer.toOctalString(file.node().mode());
  }

  private static RiskSigns signs(String daemon, boolean reachable, int commands) {
    return RiskSigns.UNKNOWN
        .withExposure(
            RiskSigns.Exposure.LISTENS,
            reachable ? "speaks with the network" : "speaks with phones and with its own host")
        .withSurface(commands, 1, "its configuration")
        .withMemoryUnsafe(true, "Osmocom is written in C")
        .withParsesInput(true, "parses signalling of anybody's phone")
        .withPrivilege(RiskSigns.Privilege.FULL, "holds subscribers' keys or traffic")
        .withLinks(Set.of(), Set.of("path:/usr/bin/osmo-" + daemon), Set.of());
  }
}
