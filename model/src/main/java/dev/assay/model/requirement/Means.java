package dev.assay.model.requirement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a requirement is decided from. Where a requirement lists several, all are needed, none
 * stands in for another: a configuration shows what was set, the running product whether it does
 * so.
 */
public enum Means {
  /** Files of the product. */
  IMAGE("image"),
  /** The configuration it is shipped or run with. */
  CONFIG("config"),
  /** The running product. */
  LIVE("live target"),
  /** Recorded traffic of the running product. */
  CAPTURE("capture"),
  /** Documents, and a person who reads them. */
  MANUAL("document");

  private final String title;

  Means(String title) {
    this.title = title;
  }

  /** What is needed, for people. */
  public String title() {
    return title;
  }

  /** Whether it is at hand wherever there is an image to evaluate. */
  public boolean isStatic() {
    return this == IMAGE || this == CONFIG;
  }

  /**
   * The means in a table's cell such as {@code image,live}.
   *
   * @throws IllegalArgumentException if one is none of ours
   */
  static Set<Means> parse(String cell) {
    Set<Means> means = EnumSet.noneOf(Means.class);
    Arrays.stream(cell.strip().split(","))
        .filter(word -> !word.isEmpty())
        .forEach(word -> means.add(valueOf(word.toUpperCase(Locale.ROOT))));
    return means;
  }
}
