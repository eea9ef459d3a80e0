package dev.assay.inspect.clock;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.clock.TimeSyncFacts.Key;
import dev.assay.inspect.clock.TimeSyncFacts.Source;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code ntp.conf} of ntpd and NTPsec: without a {@code restrict default} everybody may all. */
final class Ntpd {
  static final List<String> READS =
      List.of(
          "etc/ntp.conf",
          "etc/ntpsec/ntp.conf",
          "etc/ntp/ntp.conf",
          "etc/ntp.d/*.conf",
          "etc/ntpsec/ntp.d/*.conf",
          "etc/ntp.keys",
          "etc/ntp/keys",
          "etc/ntpsec/ntp.keys");

  private final Included included;
  private final Root root;
  private final List<Setting> settings = new ArrayList<>();

  private Ntpd(Root root) {
    this.root = root;
    included = new Included(root);
  }

  static boolean report(Root root, Findings findings) {
    Optional<SourceFile> main =
        Stream.of("etc/ntpsec/ntp.conf", "etc/ntp.conf", "etc/ntp/ntp.conf")
            .flatMap(path -> root.file(path).stream())
            .findFirst();
    if (main.isEmpty()) {
      return false;
    }
    Ntpd ntpd = new Ntpd(root);
    ntpd.included.read(main.get(), ntpd::read);
    ntpd.describe(findings.component(ClockInspector.NTP, main.get().path(), "ntpd"), main.get());
    return true;
  }

  private void read(SourceFile file) {
    for (Setting setting : Lines.words(file)) {
      settings.add(setting);
      if (setting.key().equals("includefile")) {
        included.each(setting.value(), this::read);
      }
    }
  }

  private void describe(Draft draft, SourceFile main) {
    included.files().stream().map(SourceFile::path).distinct().forEach(draft::artifact);
    included.doubt().ifPresent(why -> ClockInspector.doubt(draft, why));
    List<Source> sources = sources(draft);
    Set<String> flags = defaults(draft, main);
    List<Node> keyFiles = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    find("keys", "", "keys", draft, main)
        .flatMap(setting -> root.file(setting.value()))
        .ifPresent(
            file -> {
              keyFiles.add(file.node());
              keys.addAll(Keys.of(file, draft));
            });
    boolean shut = flags.contains("ignore");
    boolean serves = !shut && !flags.contains("noserve");
    draft
        .signs(ClockInspector.signs("ntpd", serves))
        .facts(
            new TimeSyncFacts(
                "ntpd",
                sources,
                sources.stream().allMatch(Source::authenticated),
                serves,
                flags.contains("limited") || shut,
                !shut && !flags.contains("noquery"),
                !shut && !flags.contains("nomodify") && !flags.contains("noquery"),
                !shut && !flags.contains("nopeer"),
                false,
                find("enable", "mode7", "monitorList", draft, main).isPresent()
                    && find("disable", "monitor", "monitorList", draft, main).isEmpty(),
                find("broadcastclient", "", "takesBroadcasts", draft, main).isPresent()
                    || find("multicastclient", "", "takesBroadcasts", draft, main).isPresent(),
                find("disable", "auth", "authenticationOff", draft, main).isPresent(),
                find("tinker", "panic 0", "stepsAnytime", draft, main).isPresent(),
                find("nts", "novalidate", "checksCertificates", draft, main).isEmpty(),
                sources.stream().anyMatch(each -> each.name().startsWith("127.127.1.")),
                keys,
                Loose.readable("readableKeys", keyFiles, draft),
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private List<Source> sources(Draft draft) {
    List<Source> sources = new ArrayList<>();
    for (Setting setting : settings) {
      String kind = setting.key().toLowerCase(Locale.ROOT);
      if (kind.matches("server|pool|peer")) {
        List<String> words =
            Stream.of(setting.value().split("\\s+"))
                .filter(word -> !word.matches("-[46]"))
                .toList();
        String name = words.isEmpty() ? "" : words.getFirst();
        draft.seen("sources[" + sources.size() + "]", setting.at());
        draft.seen("localClock", setting.at());
        boolean known =
            Stream.of("nts", "key", "autokey").anyMatch(words::contains)
                || name.startsWith("127.127.");
        sources.add(new Source(name, kind, known));
      }
    }
    return List.copyOf(sources);
  }

  /** Flags that hold for everybody: those all {@code restrict default} lines have. */
  private Set<String> defaults(Draft draft, SourceFile main) {
    Optional<Set<String>> common = Optional.empty();
    for (Setting setting : settings) {
      if (setting.key().equals("restrict") && setting.value().matches("(-[46] )?default\\b.*")) {
        Set<String> own = new TreeSet<>(List.of(setting.value().split("\\s+")));
        common.ifPresent(own::retainAll);
        common = Optional.of(own);
        for (String fact : FROM_RESTRICT) {
          draft.seen(fact, setting.at());
        }
      }
    }
    if (common.isEmpty()) {
      FROM_RESTRICT.forEach(
          fact -> draft.seen(fact, main.whole("without `restrict default` nothing is forbidden")));
    }
    return common.orElseGet(Set::of);
  }

  private static final List<String> FROM_RESTRICT =
      List.of("servesEverybody", "ratesLimited", "openQueries", "openChanges", "openPeers");

  private Optional<Setting> find(
      String key, String words, String fact, Draft draft, SourceFile main) {
    Optional<Setting> found =
        settings.stream()
            .filter(setting -> setting.key().equals(key) && contains(setting.value(), words))
            .reduce((first, second) -> second);
    String sought = (key + " " + words).strip();
    draft.seen(fact, found.map(Setting::at).orElseGet(() -> main.whole(sought + " is not set")));
    return found;
  }

  private static boolean contains(String value, String words) {
    return words.isEmpty()
        || (" " + value.replaceAll("\\s+", " ") + " ").contains(" " + words + " ");
  }
}
