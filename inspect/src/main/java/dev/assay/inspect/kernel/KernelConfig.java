package dev.assay.inspect.kernel;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kernel configuration as text: {@code CONFIG_X=y}, {@code # CONFIG_X is not set}. */
final class KernelConfig {
  private static final Pattern SET = Pattern.compile("(CONFIG_[A-Za-z0-9_]+)=(.*)");
  private static final Pattern UNSET = Pattern.compile("# (CONFIG_[A-Za-z0-9_]+) is not set");
  private static final int MAX_OPTIONS = 100_000;

  private KernelConfig() {}

  static Map<String, String> parse(String text) {
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
    return options;
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
