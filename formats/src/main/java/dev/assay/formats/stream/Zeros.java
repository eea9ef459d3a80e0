package dev.assay.formats.stream;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** Zero bytes that fill up what follows a structure. */
public final class Zeros {
  private static final int STEP = 64 << 10;

  private Zeros() {}

  /**
   * Offset of the first byte from {@code from} on that is not zero, or the size where there is
   * none.
   */
  public static long after(Bytes content, long from) {
    for (long at = from; at < content.size(); at += STEP) {
      Block step = content.blockUpTo(at, STEP);
      for (int i = 0; i < step.size(); i++) {
        if (step.u8(i) != 0) {
          return at + i;
        }
      }
    }
    return content.size();
  }
}
