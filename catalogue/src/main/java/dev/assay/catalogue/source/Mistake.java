package dev.assay.catalogue.source;

import java.util.Comparator;

/**
 * Something wrong in a catalogue file.
 *
 * @param file name inside the catalogue: {@code cases/ssh-server.yaml}
 * @param line counted from 1
 * @param id the test case or family concerned, empty where none is
 * @param message what was expected, what was found
 */
public record Mistake(String file, int line, String id, String message)
    implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparing(Mistake::id)
          .thenComparing(Mistake::message);

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: id: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + (id.isEmpty() ? "" : id + ": ") + message;
  }
}
