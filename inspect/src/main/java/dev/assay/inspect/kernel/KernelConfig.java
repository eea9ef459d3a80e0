package dev.assay.inspect.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kernel configuration as text: {@code CONFIG_X=y}, {@code # CONFIG_X is not set}.
 *
 * @param options {@code y}, {@code m}, {@code n} (recorded as not set), or a value without quotes
 * @param whole whether it is what Kconfig wrote, from its head to its last menu: only then is an
 *     option that it does not name off
 */
record KernelConfig(Map<String, String> options, boolean whole) {
  static final KernelConfig NONE = new KernelConfig(Map.of(), false);

  private static final Pattern SET = Pattern.compile("(CONFIG_[A-Za-z0-9_]+)=(.*)");
  private static final Pattern UNSET = Pattern.compile("# (CONFIG_[A-Za-z0-9_]+) is not set");
  private static final int MAX_OPTIONS = 100_000;

  /** The head in all versions: scripts/kconfig/confdata.c. */
  private static final String HEAD = "# Automatically generated ";

  /**
   * The titles of the last two menus, of which either comes last: until Linux 4.19 the library (a
   * Kconfig file of each architecture), from 4.20 the debugging options (Kconfig).
   */
  private static final List<String> LAST =
      List.of("\n# Library routines\n", "\n# Kernel hacking\n");

  static KernelConfig parse(String text) {
    Map<String, String> options = new TreeMap<>();
    text.lines()
        .limit(MAX_OPTIONS)
        .forEach(
            line -> {
              Matcher set = SET.matcher(line);
              Matcher unset = UNSET.matcher(line);
              if (set.matches()) {
                options.put(set.group(1), unquoted(set.group(2).strip()));
              } else if (unset.matches()) {
                options.put(unset.group(1), "n");
              }
            });
    return new KernelConfig(options, isWhole(text));
  }

  private static boolean isWhole(String text) {
    return text.contains(HEAD)
        && text.endsWith("\n")
        && text.lines().limit(MAX_OPTIONS + 1L).count() <= MAX_OPTIONS
        && LAST.stream().allMatch(text::contains);
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
