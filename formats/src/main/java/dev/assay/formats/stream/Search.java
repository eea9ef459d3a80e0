package dev.assay.formats.stream;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;

/** Finds byte sequences. */
public final class Search {
  private static final int STEP = 64 << 10;

  private Search() {}

  /** Offset of the first {@code wanted} at or after {@code from}, or −1. */
  public static long next(Bytes content, byte[] wanted, long from) {
    for (long at = from; at + wanted.length <= content.size(); at += STEP) {
      Block step = content.blockUpTo(at, STEP + wanted.length - 1);
      int found = first(step, wanted);
      if (found >= 0) {
        return at + found;
      }
    }
    return -1;
  }

  private static int first(Block block, byte[] wanted) {
    byte[] array = block.array();
    int end = block.arrayOffset() + block.size() - wanted.length;
    for (int i = block.arrayOffset(); i <= end; i++) {
      if (array[i] == wanted[0]
          && Arrays.equals(array, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i - block.arrayOffset();
      }
    }
    return -1;
  }
}
