package dev.assay.inspect.dhcp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code dhcpd.conf} of ISC DHCP 4.4: statements that end with semicolons, in blocks. A statement
 * counts wherever it stands, for the blocks only narrow down for whom.
 */
final class IscDhcpd {
  static final List<String> READS =
      List.of(
          "etc/dhcp/dhcpd.conf",
          "etc/dhcp/dhcpd6.conf",
          "etc/dhcpd.conf",
          "etc/dhcp/*.conf",
          "etc/default/isc-dhcp-server",
          "etc/conf.d/dhcpd");

  private static final int MOST = 20_000;

  private final SourceFile main;
  private final Root root;
  private final Included included;
  private final List<Setting> settings = new ArrayList<>();
  private final Draft draft;

  private IscDhcpd(Root root, SourceFile main, Draft draft) {
    this.root = root;
    this.main = main;
    this.draft = draft;
    this.included = new Included(root);
  }

  static void report(Root root, Findings findings) {
    for (String path : READS.subList(0, 3)) {
      for (SourceFile file : root.file(path).stream().toList()) {
        Draft draft = findings.component(DhcpServerInspector.KIND, file.path(), "ISC dhcpd");
        new IscDhcpd(root, file, draft).describe();
      }
    }
  }

  private void describe() {
    included.read(main, this::read);
    included
        .doubt()
        .ifPresent(
            why ->
                Stream.of(
                        "unknownClients",
                        "pingCheck",
                        "updatesNames",
                        "controlOpen",
                        "hooks",
                        "longestLease")
                    .forEach(fact -> draft.unknown(fact, why)));
    Effective values = new Effective(draft, main.path(), this::last);
    boolean denied =
        any("unknownClients", each -> each.value().matches("unknown-clients"), "deny", "ignore");
    String style = values.word("updatesNames", "ddns-update-style", "none");
    boolean control = any("controlOpen", each -> true, "omapi-port");
    boolean key = any("controlAuthenticated", each -> true, "omapi-key");
    List<Setting> runs =
        settings.stream().filter(each -> each.key().equals("execute")).limit(100).toList();
    runs.forEach(each -> draft.seen("hooks", each.at()));
    List<Node> files = included.files().stream().map(SourceFile::node).toList();
    boolean secret = settings.stream().anyMatch(each -> each.key().equals("secret"));
    DhcpServerInspector.signed(draft)
        .facts(
            new DhcpServerFacts(
                "ISC dhcpd",
                everywhere(),
                !denied,
                !values.word("pingCheck", "ping-check", "true").matches("false|off"),
                !style.equals("none") && values.yes("updatesNames", "ddns-updates", true),
                signed(),
                control,
                !control || key,
                !control,
                runs.stream().map(Setting::value).toList(),
                false,
                values.number("longestLease", "max-lease-time", 86_400),
                false,
                Loose.readable("readableFiles", secret ? files : List.of(), draft),
                Loose.writable("writableFiles", files, draft)));
  }

  /** Debian's and Alpine's scripts name the interfaces; the file itself cannot. */
  private boolean everywhere() {
    for (String path : List.of("etc/default/isc-dhcp-server", "etc/conf.d/dhcpd")) {
      for (SourceFile file : root.file(path).stream().toList()) {
        for (Line line : file.lines()) {
          boolean named =
              line.text().strip().matches("(INTERFACES(v[46])?|DHCPD_IFACE)=[\"']?[^\"'\\s]+.*");
          if (named) {
            draft.seen("everywhere", file.at(line));
            return false;
          }
        }
      }
    }
    draft.seen(
        "everywhere", main.whole("no start script names interfaces; all with a subnet are served"));
    return true;
  }

  /** A zone names a key: {@code key} stands more often than keys are made. */
  private boolean signed() {
    any("updatesSigned", each -> true, "key");
    return count("key") > count("algorithm");
  }

  private long count(String key) {
    return settings.stream().filter(each -> each.key().equals(key)).count();
  }

  private boolean any(String fact, Predicate<Setting> wanted, String... keys) {
    Optional<Setting> found =
        settings.stream()
            .filter(each -> List.of(keys).contains(each.key()) && wanted.test(each))
            .findFirst();
    draft.seen(
        fact, found.map(Setting::at).orElseGet(() -> main.whole("no " + String.join(", ", keys))));
    return found.isPresent();
  }

  private Optional<Setting> last(String key) {
    return settings.stream().filter(each -> each.key().equals(key)).reduce((a, b) -> b);
  }

  private void read(SourceFile file) {
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("(^|\\s)#.*$", "");
      for (String part : text.split("[;{}]")) {
        String[] words = part.strip().split("[\\s(]+", 2);
        if (words[0].isEmpty()) {
          continue;
        }
        if (settings.size() >= MOST) {
          file.cut("more than " + MOST + " statements");
          return;
        }
        String value =
            words.length > 1 ? words[1].strip().replace("\"", "").replaceFirst("\\)$", "") : "";
        if (words[0].equals("include")) {
          included.each(value, file, this::read);
        } else {
          Setting setting = new Setting("", words[0], value, file.at(line));
          settings.add(text.contains("secret") ? setting.shownAs(words[0] + " …") : setting);
        }
      }
    }
  }
}
