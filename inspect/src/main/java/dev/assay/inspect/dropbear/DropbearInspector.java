package dev.assay.inspect.dropbear;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.dropbear.DropbearFacts.HostKey;
import dev.assay.inspect.dropbear.DropbearServers.Server;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Starts;
import dev.assay.inspect.starts.Uci;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One component for each Dropbear server that the product starts or could start. */
public final class DropbearInspector implements Inspector {
  public static final Kind<DropbearFacts> KIND =
      Kind.of("dropbear-server", DropbearFacts.class, "Dropbear SSH server");

  /** {@code DEFAULT_AUTH_TRIES} of Dropbear's default_options.h. */
  private static final int DEFAULT_TRIES = 10;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(Starts.reads());
    reads.addAll(
        List.of(
            DropbearServers.UCI,
            "etc/dropbear/dropbear.conf",
            "etc/dropbear/initramfs/dropbear.conf",
            "etc/dropbear-initramfs/config",
            "bin/dropbear",
            "sbin/dropbear",
            "bin/dropbearmulti",
            "sbin/dropbearmulti"));
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Server server : DropbearServers.of(root)) {
      describe(root, server, findings);
    }
    root.file(DropbearServers.UCI)
        .filter(Uci::isCut)
        .ifPresent(file -> findings.more(KIND, file.path(), "it has more sections than are read"));
    Starts.tell(root, KIND, findings);
  }

  private static void describe(Root root, Server server, Findings findings) {
    Draft draft = findings.component(KIND, server.where(), "Dropbear SSH server");
    String version = DropbearVersion.of(root, server.program());
    DropbearOptions options = server.options();
    boolean enabled = server.enabled() == Answer.YES;
    draft.version(version).signs(signs(server, enabled));
    Settings settings = new Settings(server, draft);
    if (server.enabled() == Answer.UNKNOWN) {
      draft.unknown("enabled", "whether it starts is not to be told from the product");
    }
    if (!server.certain() || !options.isWhole()) {
      settings.uncertain();
    }
    boolean passwords = !options.has('s') || options.has('t');
    boolean rootLogin = !options.has('w');
    boolean both = options.has('t');
    String banner = settings.text('b', "banner");
    List<String> listens = settings.listens();
    List<HostKey> keys = HostKeys.of(root, options, draft);
    settings.shows("manager", "enabled", "version");
    settings.shows('s', "passwordLogin");
    settings.shows('w', "rootLogin");
    settings.shows(options.has('w') ? 'w' : options.has('g') ? 'g' : 's', "rootPasswordLogin");
    settings.shows('t', "passwordAndKey");
    settings.shows('b', "bannerPresent");
    draft.facts(
        new DropbearFacts(
            server.manager(),
            enabled,
            version,
            rootLogin,
            passwords,
            rootLogin && passwords && !options.has('g') && !both,
            settings.flag('B', "blankPasswords"),
            both,
            !settings.flag('j', "localForwarding"),
            !settings.flag('k', "remoteForwarding"),
            settings.flag('a', "gatewayPorts"),
            settings.number('I', "idleTimeout", 0),
            settings.number('K', "keepAlive", 0),
            settings.number('T', "maxAuthTries", DEFAULT_TRIES),
            listens,
            listens.stream().anyMatch(Settings::everywhere),
            banner,
            !banner.isEmpty() && root.exists(banner),
            settings.text('c', "forcedCommand"),
            settings.flag('e', "passesEnvironment"),
            settings.flag('R', "makesHostKeys"),
            server.announced(),
            keys));
  }

  private static RiskSigns signs(Server server, boolean enabled) {
    String program = server.program().startsWith("/") ? server.program() : "/usr/sbin/dropbear";
    return RiskSigns.UNKNOWN
        .withExposure(
            enabled ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.NONE,
            enabled ? "takes logins from the network" : "nothing starts it")
        .withSurface(server.evidence().excerpt().length(), 1, "its command line")
        .withMemoryUnsafe(true, "Dropbear is written in C")
        .withParsesInput(true, "parses the SSH protocol before authentication")
        .withPrivilege(RiskSigns.Privilege.FULL, "runs as root and starts shells")
        .withLinks(Set.of(), Set.of("path:" + program), Set.of());
  }

  /** Reads options and says for each where it was seen, or that the default holds. */
  private record Settings(Server server, Draft draft) {
    /** Which option decides a fact; where it is given, the rest of the line does not matter. */
    private static final Map<String, String> DECIDED_BY =
        Map.ofEntries(
            Map.entry("rootLogin", "w"),
            Map.entry("passwordLogin", "s"),
            Map.entry("rootPasswordLogin", "wgst"),
            Map.entry("blankPasswords", "B"),
            Map.entry("passwordAndKey", "t"),
            Map.entry("localForwarding", "j"),
            Map.entry("remoteForwarding", "k"),
            Map.entry("gatewayPorts", "a"),
            Map.entry("idleTimeout", "I"),
            Map.entry("keepAlive", "K"),
            Map.entry("maxAuthTries", "T"),
            Map.entry("listens", ""),
            Map.entry("listensEverywhere", ""),
            Map.entry("banner", "b"),
            Map.entry("bannerPresent", "b"),
            Map.entry("forcedCommand", "c"),
            Map.entry("makesHostKeys", "R"),
            Map.entry("passesEnvironment", "e"));

    void uncertain() {
      DECIDED_BY.forEach(
          (fact, letters) -> {
            if (letters.chars().noneMatch(letter -> server.options().has((char) letter))) {
              draft.unknown(fact, "part of the command line is made while the device runs");
            }
          });
    }

    void shows(String... facts) {
      for (String fact : facts) {
        draft.seen(fact, server.evidence());
      }
    }

    void shows(char letter, String fact) {
      draft.seen(
          fact,
          server
              .options()
              .last(letter)
              .map(DropbearOptions.Option::evidence)
              .orElse(server.evidence()));
    }

    boolean flag(char letter, String fact) {
      shows(letter, fact);
      return server.options().has(letter);
    }

    String text(char letter, String fact) {
      shows(letter, fact);
      return server.options().text(letter);
    }

    int number(char letter, String fact, int otherwise) {
      String text = text(letter, fact);
      if (text.isEmpty()) {
        return otherwise;
      }
      if (!text.matches("\\d{1,9}")) {
        draft.unknown(fact, "-" + letter + " is not followed by a number");
        return otherwise;
      }
      return Integer.parseInt(text);
    }

    List<String> listens() {
      List<String> all =
          server.options().has('i')
              ? List.of()
              : server.options().all('p').stream().map(DropbearOptions.Option::value).toList();
      List<Evidence> places =
          server.options().all('p').stream().map(DropbearOptions.Option::evidence).toList();
      for (int i = 0; i < all.size(); i++) {
        draft.seen("listens[" + i + "]", places.get(i));
      }
      shows('p', "listens");
      shows('p', "listensEverywhere");
      return all.isEmpty() ? List.of("22") : all;
    }

    /** A port alone, or one at the address for any. */
    static boolean everywhere(String listen) {
      return listen.matches("\\d*|:\\d*|0\\.0\\.0\\.0(:\\d*)?|\\[?::\\]?(:\\d*)?|\\*:\\d*");
    }
  }
}
