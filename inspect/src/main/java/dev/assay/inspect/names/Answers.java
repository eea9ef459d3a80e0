package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks settings up and says where each was seen, or that it is missing. */
record Answers(List<Setting> settings, SourceFile main, Draft draft) {
  /** Whether a setting that passes is there. */
  boolean any(String fact, String key, Predicate<Setting> wanted) {
    return find(fact, key, wanted).isPresent();
  }

  boolean any(String fact, String key) {
    return any(fact, key, setting -> true);
  }

  /** The last value of a key, or the daemon's own. */
  String text(String fact, String key, String otherwise) {
    return find(fact, key, setting -> true).map(Setting::value).orElse(otherwise);
  }

  /** What includes that were not read leave open. */
  void doubt(Included included) {
    included
        .doubt()
        .ifPresent(
            why ->
                List.of(
                        "listensEverywhere",
                        "answersEverybody",
                        "validates",
                        "dropsPrivate",
                        "hidesVersion",
                        "transfersOpen",
                        "updatesOpen",
                        "remoteControl",
                        "tftp",
                        "tftpConfined",
                        "scripts")
                    .forEach(fact -> draft.unknown(fact, why)));
  }

  private Optional<Setting> find(String fact, String key, Predicate<Setting> wanted) {
    Optional<Setting> found =
        settings.stream()
            .filter(setting -> setting.key().equals(key) && wanted.test(setting))
            .reduce((first, second) -> second);
    draft.seen(
        fact,
        found
            .map(Setting::at)
            .orElseGet(() -> main.whole("no such " + key + "; the server's default holds")));
    return found;
  }
}
