package dev.assay.compare;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Arrays;

/** Whether bytes are equal, piece by piece. */
final class Same {
  private static final int CHUNK = 1 << 20;

  private Same() {}

  static boolean bytes(Bytes left, Bytes right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (long at = 0; at < left.size(); at += CHUNK) {
      if (!blocks(left.blockUpTo(at, CHUNK), right.blockUpTo(at, CHUNK))) {
        return false;
      }
    }
    return true;
  }

  private static boolean blocks(Block left, Block right) {
    int a = left.arrayOffset();
    int b = right.arrayOffset();
    return Arrays.equals(left.array(), a, a + left.size(), right.array(), b, b + right.size());
  }
}
