package dev.assay.feed;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where knowledge comes from. The order is that of preference where two say the same thing in
 * different words; the position is the number in a feed file, so new ones come last.
 */
public enum SourceKind {
  NVD("nvd", "NVD JSON 2.0"),
  OSV("osv", "OSV"),
  DEBIAN("debian", "Debian security tracker"),
  ALPINE("alpine", "Alpine secdb"),
  CSAF("csaf", "CSAF 2.0"),
  KEV("kev", "CISA KEV"),
  EPSS("epss", "EPSS");

  private final String word;
  private final String title;

  SourceKind(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** The word in files. */
  public String word() {
    return word;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The kind of that {@link #word}. */
  public static Optional<SourceKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
