package dev.assay.assess.life;

import java.time.LocalDate;

/**
 * One line of releases.
 *
 * @param product {@code debian}
 * @param releases what its versions begin with, {@code 11}; empty: all
 * @param ends last day on which fixes are published for everyone
 * @param source where its makers say so
 */
record Cycle(String product, String releases, LocalDate ends, String source) {
  /** {@code 1.1.1} has 1.1.1 and 1.1.1w, but not 1.1.10. */
  boolean has(String version) {
    return version.startsWith(releases)
        && (version.length() == releases.length()
            || releases.isEmpty()
            || !Character.isDigit(version.charAt(releases.length())));
  }

  String named() {
    return (product + " " + releases).strip();
  }

  String told() {
    return named() + " is mended until " + ends + " (" + source + ")";
  }
}
