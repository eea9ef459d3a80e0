package dev.assay.inspect.settings;

import dev.assay.inspect.Draft;
import dev.assay.model.Evidence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The values that hold for a daemon: what is set, or else its default. Says for each fact where it
 * was seen, or that the default holds.
 */
public final class Effective {
  private static final Set<String> YES = Set.of("yes", "true", "on", "1", "enabled", "enable");
  private static final Set<String> NO = Set.of("no", "false", "off", "0", "disabled", "disable");

  private final Draft draft;
  private final String path;
  private final Function<String, Optional<Setting>> settings;

  /**
   * @param path the file that is shown where nothing is set
   * @param settings the value of a key that counts
   */
  public Effective(Draft draft, String path, Function<String, Optional<Setting>> settings) {
    this.draft = draft;
    this.path = path;
    this.settings = settings;
  }

  /** The value as written, or the daemon's default. */
  public String text(String fact, String key, String otherwise) {
    Optional<Setting> setting = settings.apply(key);
    draft.seen(fact, setting.map(Setting::at).orElseGet(() -> missing(key, otherwise)));
    return setting.map(Setting::value).orElse(otherwise);
  }

  /** In lower case. */
  public String word(String fact, String key, String otherwise) {
    return text(fact, key, otherwise).toLowerCase(Locale.ROOT);
  }

  /** A switch; a value that is neither yes nor no leaves the fact unknown. */
  public boolean yes(String fact, String key, boolean otherwise) {
    String word = word(fact, key, otherwise ? "yes" : "no");
    if (YES.contains(word) || NO.contains(word)) {
      return YES.contains(word);
    }
    draft.unknown(fact, key + " is neither yes nor no");
    return otherwise;
  }

  /** A whole number; one that is no number or out of range leaves the fact unknown. */
  public long number(String fact, String key, long otherwise) {
    String word = text(fact, key, Long.toString(otherwise));
    if (word.matches("-?[0-9]{1,15}")) {
      return Long.parseLong(word);
    }
    draft.unknown(fact, key + " is not a number");
    return otherwise;
  }

  /** Seconds, with or without a unit: {@code 90}, {@code 5m}, {@code 1h}, {@code 2d}. */
  public long seconds(String fact, String key, long otherwise) {
    String word = word(fact, key, Long.toString(otherwise));
    Optional<Long> seconds = Durations.seconds(word);
    if (seconds.isEmpty()) {
      draft.unknown(fact, key + " is not a time");
    }
    return seconds.orElse(otherwise);
  }

  private Evidence missing(String key, String otherwise) {
    return Evidence.whole(
        path,
        key + " is not set; the default" + (otherwise.isEmpty() ? "" : " " + otherwise) + " holds");
  }
}
