package dev.assay.inspect.dhcp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.LibConfig;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kea 2: {@code kea-dhcp4.conf}, {@code kea-dhcp6.conf}, with {@code kea-ctrl-agent.conf} and
 * {@code kea-dhcp-ddns.conf} beside them. JSON with comments; {@code <?include "…"?>} is not
 * followed.
 */
final class Kea {
  static final List<String> READS = List.of("etc/kea/*.conf", "etc/kea-*.conf");

  private static final String AGENT = "Control-agent";

  private final SourceFile file;
  private final FlatSettings settings;
  private final Optional<FlatSettings> agent;
  private final Optional<FlatSettings> names;
  private final String top;

  private Kea(
      SourceFile file,
      FlatSettings settings,
      Optional<FlatSettings> agent,
      Optional<FlatSettings> names) {
    this.file = file;
    this.settings = settings;
    this.agent = agent;
    this.names = names;
    this.top = settings.has("Dhcp4") ? "Dhcp4" : "Dhcp6";
  }

  static void report(Root root, Findings findings) {
    List<SourceFile> files = READS.stream().flatMap(path -> root.files(path).stream()).toList();
    Optional<FlatSettings> agent = with(files, AGENT);
    Optional<FlatSettings> names = with(files, "DhcpDdns");
    boolean cut = files.stream().map(LibConfig::read).anyMatch(FlatSettings::cut);
    for (SourceFile file : files) {
      FlatSettings settings = LibConfig.read(file);
      if (settings.has("Dhcp4") || settings.has("Dhcp6")) {
        new Kea(file, settings, agent, names).describe(cut, findings);
      } else if (settings.cut()) {
        findings.more(DhcpServerInspector.KIND, file.path(), "it has more settings than are read");
      }
    }
  }

  private static Optional<FlatSettings> with(List<SourceFile> files, String name) {
    return files.stream().map(LibConfig::read).filter(each -> each.has(name)).findFirst();
  }

  /**
   * @param cut whether some file has more than is read
   */
  private void describe(boolean cut, Findings findings) {
    Draft draft = findings.component(DhcpServerInspector.KIND, file.path(), "Kea " + top);
    if (!settings.whole() || cut || file.text().contains("<?include")) {
      List.of("everywhere", "updatesNames", "controlOpen", "hooks", "databasePassword")
          .forEach(fact -> draft.unknown(fact, "the file could not be read whole"));
    }
    Effective values = new Effective(draft, file.path(), key -> settings.find(top + "." + key));
    boolean updates =
        values.yes("updatesNames", "dhcp-ddns.enable-updates", false)
            && values.yes("updatesNames", "ddns-send-updates", true);
    List<Setting> hooks =
        settings.matching(Pattern.compile(top + "\\.hooks-libraries\\[\\d+\\]\\.library"));
    seen("hooks", hooks, draft);
    List<Setting> passwords =
        settings.matching(
            Pattern.compile(
                top + "\\.(lease|hosts|config)-(database|databases|control).*password"));
    seen(
        "databasePassword",
        passwords.stream().map(each -> each.shownAs("password …")).toList(),
        draft);
    boolean open = controlOpen(draft);
    List<Node> secret = passwords.isEmpty() ? List.of() : List.of(file.node());
    DhcpServerInspector.signed(draft)
        .facts(
            new DhcpServerFacts(
                "Kea",
                everywhere(draft),
                !onlyReserved(draft),
                true,
                updates,
                signed(draft),
                open,
                !open || agent("authentication.clients").isPresent(),
                !open || agent("trust-anchor").isPresent(),
                hooks.stream().map(Setting::value).toList(),
                !passwords.isEmpty(),
                values.number(
                    "longestLease",
                    "max-valid-lifetime",
                    values.number("longestLease", "valid-lifetime", 7_200)),
                debugging(draft),
                Loose.readable("readableFiles", secret, draft),
                Loose.writable("writableFiles", List.of(file.node()), draft)));
  }

  private boolean everywhere(Draft draft) {
    List<Setting> interfaces = settings.all(top + ".interfaces-config.interfaces");
    seen("everywhere", interfaces, draft);
    return interfaces.stream().anyMatch(each -> each.value().equals("*"));
  }

  /** The class KNOWN holds hosts with a reservation; pools and subnets may ask for it. */
  private boolean onlyReserved(Draft draft) {
    List<Setting> classes =
        settings.matching(
            Pattern.compile(
                top + "\\..*(client-class|require-client-classes|client-classes)(\\[\\d+\\])?"));
    seen("unknownClients", classes, draft);
    return classes.stream().anyMatch(each -> each.value().equals("KNOWN"));
  }

  /** Keys of the program that sends the updates; each forward domain must name one. */
  private boolean signed(Draft draft) {
    if (names.isEmpty()) {
      draft.unknown("updatesSigned", "no file configures the program that sends updates");
      return false;
    }
    List<Setting> domains =
        names
            .get()
            .matching(Pattern.compile("DhcpDdns\\.forward-ddns\\.ddns-domains\\[\\d+\\]\\.name"));
    List<Setting> keys =
        names
            .get()
            .matching(
                Pattern.compile("DhcpDdns\\.forward-ddns\\.ddns-domains\\[\\d+\\]\\.key-name"));
    seen("updatesSigned", keys.isEmpty() ? domains : keys, draft);
    return keys.stream().filter(each -> !each.value().isEmpty()).count() >= domains.size();
  }

  private boolean controlOpen(Draft draft) {
    Optional<Setting> host = agent("http-host");
    draft.seen(
        "controlOpen",
        host.map(Setting::at)
            .orElseGet(
                () -> file.whole("no control agent with http-host; its default is 127.0.0.1")));
    return host.filter(each -> !Listener.isLocal(each.value())).isPresent();
  }

  private Optional<Setting> agent(String name) {
    return agent.flatMap(
        found ->
            found.scalars().stream()
                .filter(each -> each.key().startsWith(AGENT + "." + name))
                .findFirst());
  }

  private boolean debugging(Draft draft) {
    List<Setting> levels =
        settings.matching(Pattern.compile(top + "\\.loggers\\[\\d+\\]\\.severity"));
    seen("debugging", levels, draft);
    return levels.stream().anyMatch(each -> each.value().equalsIgnoreCase("DEBUG"));
  }

  private void seen(String fact, List<Setting> settings, Draft draft) {
    settings.forEach(each -> draft.seen(fact, each.at()));
    if (settings.isEmpty()) {
      draft.seen(fact, file.whole("nothing about this is set"));
    }
  }
}
