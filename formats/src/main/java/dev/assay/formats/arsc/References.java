package dev.assay.formats.arsc;

import dev.assay.formats.Malformed;

/** Resources that stand for other resources. */
public final class References {
  /** More than one behind the other are followed by nobody: Android gives up at 20. */
  public static final int MOST = 20;

  private References() {}

  /** That they have no end. */
  public static Malformed endless(int id) {
    return new Malformed(
        "arsc.cycle",
        -1,
        "references from %08x do not end after %d; not followed".formatted(id, MOST));
  }
}
