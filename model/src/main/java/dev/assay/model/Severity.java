package dev.assay.model;

import java.util.Locale;

/** How bad the failure of a test case is, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** The word used in catalogue files, bundles and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity written as {@code word}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(
        "severity is critical, high, medium, low or info, not `" + word + "`");
  }
}
