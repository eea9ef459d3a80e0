package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Carvable;
import dev.assay.formats.stream.PairFilter;

/**
 * A magic number and whose it is.
 *
 * @param anchor where the bytes begin by which it is looked for
 * @param order its place among all
 */
record Magic(byte[] bytes, int anchor, int order, Carvable format, String type) {
  /** Erased flash and padding are full of these. */
  private static boolean isCommon(byte value) {
    return value == 0 || value == -1;
  }

  /**
   * Where the three bytes of a magic number begin that are least like padding: never three times
   * the same.
   *
   * @throws IllegalArgumentException if there are no such three
   */
  static int anchor(byte[] magic) {
    int best = -1;
    int fewest = PairFilter.LEAST;
    for (int at = 0; at + PairFilter.LEAST <= magic.length; at++) {
      int common = 0;
      for (int i = at; i < at + PairFilter.LEAST; i++) {
        common += isCommon(magic[i]) ? 1 : 0;
      }
      boolean uniform = magic[at] == magic[at + 1] && magic[at] == magic[at + 2];
      if (common < fewest && !uniform) {
        best = at;
        fewest = common;
      }
    }
    if (best < 0 || magic.length > Magics.LONGEST) {
      throw new IllegalArgumentException("a magic number that is padding, or too long");
    }
    return best;
  }

  boolean stands(Block block, int at) {
    return at + bytes.length <= block.size() && block.slice(at, bytes.length).equalTo(bytes);
  }
}
