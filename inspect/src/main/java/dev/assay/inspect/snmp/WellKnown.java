package dev.assay.inspect.snmp;

import dev.assay.model.ProgramFile;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Community strings and passphrases that are tried first by everybody. */
final class WellKnown {
  private static final Set<String> WORDS = read();

  private WellKnown() {}

  /** In any case of letters, with digits behind it or not. */
  static boolean is(String secret) {
    String lower = secret.toLowerCase(Locale.ROOT);
    return WORDS.contains(lower) || WORDS.contains(lower.replaceFirst("\\d{1,4}!?$", ""));
  }

  private static Set<String> read() {
    return ProgramFile.text(WellKnown.class, "well-known.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
