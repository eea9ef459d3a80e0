package dev.assay.inspect.sysctl;

import java.util.Optional;

/**
 * One assignment as sysctl.d(5) writes it.
 *
 * @param key with dots between its parts
 * @param value empty for an exclusion ({@code -key} without {@code =}), which keeps patterns from
 *     setting the key
 */
record SysctlLine(String key, Optional<String> value) {

  /** The assignment on a line; empty for comments, blank lines and what is none. */
  static Optional<SysctlLine> of(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.charAt(0) == '#' || text.charAt(0) == ';') {
      return Optional.empty();
    }
    boolean optional = text.charAt(0) == '-';
    String rest = optional ? text.substring(1) : text;
    int equals = rest.indexOf('=');
    if (equals < 0) {
      return optional && !rest.isBlank()
          ? Optional.of(new SysctlLine(dotted(rest.strip()), Optional.empty()))
          : Optional.empty();
    }
    String key = rest.substring(0, equals).strip();
    String value = rest.substring(equals + 1).strip().replaceAll("\\s+", " ");
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new SysctlLine(dotted(key), Optional.of(value)));
  }

  /**
   * sysctl.d(5): where the first separator is a slash, slashes separate and dots are literal
   * ({@code net/ipv4/conf/eth0.200/forwarding}); with dots, a slash stands for a literal dot. Both
   * become the second form.
   */
  private static String dotted(String key) {
    int slash = key.indexOf('/');
    int dot = key.indexOf('.');
    if (slash < 0 || dot >= 0 && dot < slash) {
      return key;
    }
    return key.replace('.', '\0').replace('/', '.').replace('\0', '/');
  }
}
