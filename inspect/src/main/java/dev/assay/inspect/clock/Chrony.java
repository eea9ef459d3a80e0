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

/** {@code chrony.conf}, chrony.conf(5) 4.3, with its directories and its key file. */
final class Chrony {
  static final List<String> READS =
      List.of(
          "etc/chrony.conf",
          "etc/chrony/chrony.conf",
          "etc/chrony.d/*.conf",
          "etc/chrony/conf.d/*.conf",
          "etc/chrony/sources.d/*.sources",
          "etc/chrony.keys",
          "etc/chrony/chrony.keys");

  private final Root root;
  private final Included included;
  private final List<Setting> settings = new ArrayList<>();

  private Chrony(Root root) {
    this.root = root;
    included = new Included(root);
  }

  static boolean report(Root root, Findings findings) {
    Optional<SourceFile> main =
        root.file("etc/chrony/chrony.conf").or(() -> root.file("etc/chrony.conf"));
    if (main.isEmpty()) {
      return false;
    }
    Chrony chrony = new Chrony(root);
    chrony.included.read(main.get(), chrony::read);
    chrony.describe(
        findings.component(ClockInspector.NTP, main.get().path(), "chrony"), main.get());
    return true;
  }

  private void read(SourceFile file) {
    for (Setting setting : Lines.words(file)) {
      settings.add(setting);
      switch (setting.key().toLowerCase(Locale.ROOT)) {
        case "include" -> included.each(setting.value(), this::read);
        case "confdir" -> folders(setting.value(), "/*.conf");
        case "sourcedir" -> folders(setting.value(), "/*.sources");
        default -> {}
      }
    }
  }

  private void folders(String names, String pattern) {
    for (String name : names.split("\\s+")) {
      if (!name.startsWith("/run") && !name.startsWith("/var/run")) {
        included.each(name + pattern, this::read);
      }
    }
  }

  private void describe(Draft draft, SourceFile main) {
    included.files().stream().map(SourceFile::path).distinct().forEach(draft::artifact);
    included.doubt().ifPresent(why -> ClockInspector.doubt(draft, why));
    List<Source> sources = sources(draft);
    List<Node> keyFiles = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    last("keyfile", "keys", draft, main)
        .flatMap(setting -> root.file(setting.value()))
        .ifPresent(
            file -> {
              keyFiles.add(file.node());
              keys.addAll(Keys.of(file, draft));
            });
    String select =
        last("authselectmode", "authenticatedOnly", draft, main).map(Setting::value).orElse("mix");
    draft
        .signs(ClockInspector.signs("chronyd", serves(draft, main)))
        .facts(
            new TimeSyncFacts(
                "chrony",
                sources,
                select.equals("require") || sources.stream().allMatch(Source::authenticated),
                serves(draft, main),
                last("ratelimit", "ratesLimited", draft, main).isPresent(),
                false,
                false,
                false,
                remote(draft, main),
                false,
                false,
                false,
                anytime(draft, main),
                last("nocerttimecheck", "checksCertificates", draft, main).isEmpty(),
                last("local", "localClock", draft, main).isPresent(),
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
        List<String> words = List.of(setting.value().split("\\s+"));
        draft.seen("sources[" + sources.size() + "]", setting.at());
        sources.add(
            new Source(words.getFirst(), kind, words.contains("nts") || words.contains("key")));
      }
    }
    return List.copyOf(sources);
  }

  /** {@code allow} without a network, or with all of them. */
  private boolean serves(Draft draft, SourceFile main) {
    boolean all = false;
    for (Setting setting : settings) {
      if (setting.key().equalsIgnoreCase("allow")
          && setting.value().matches("(all ?)?(0/0|0\\.0\\.0\\.0/0|::/0|0)?")) {
        draft.seen("servesEverybody", setting.at());
        all = true;
      }
    }
    draft.seen("servesEverybody", main.whole("no network is allowed by default"));
    return all;
  }

  private boolean remote(Draft draft, SourceFile main) {
    boolean off = false;
    boolean allowed = false;
    for (Setting setting : settings) {
      String key = setting.key().toLowerCase(Locale.ROOT);
      off |= key.equals("cmdport") && setting.value().equals("0");
      boolean local = setting.value().matches("127\\..*|::1|/.*");
      if (key.equals("cmdallow") && !local || key.equals("bindcmdaddress") && !local) {
        draft.seen("remoteControl", setting.at());
        allowed = true;
      }
    }
    draft.seen("remoteControl", main.whole("the control port takes local commands by default"));
    return allowed && !off;
  }

  /** {@code makestep threshold -1}: with a negative limit a step is taken at any update. */
  private boolean anytime(Draft draft, SourceFile main) {
    return last("makestep", "stepsAnytime", draft, main)
        .filter(setting -> setting.value().matches("\\S+\\s+-.*"))
        .isPresent();
  }

  private Optional<Setting> last(String key, String fact, Draft draft, SourceFile main) {
    Optional<Setting> found =
        settings.stream()
            .filter(setting -> setting.key().equalsIgnoreCase(key))
            .reduce((first, second) -> second);
    draft.seen(fact, found.map(Setting::at).orElseGet(() -> main.whole(key + " is not set")));
    return found;
  }
}
