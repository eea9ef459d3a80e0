package dev.assay.formats.carve;

import dev.assay.formats.Block;
import java.util.BitSet;

/**
 * Which sectors of a blob are erased, as far as they were looked at. Flash is erased in sectors;
 * none in use is smaller.
 */
final class Sectors {
  static final int SIZE = 4096;

  private final BitSet looked = new BitSet();
  private final BitSet erased = new BitSet();

  /**
   * Looks at the sectors that lie whole in the first {@code length} bytes of a block.
   *
   * @param origin offset of the block in the blob
   */
  static Sectors in(Block block, int length, long origin) {
    Sectors sectors = new Sectors();
    int end = Math.min(block.size(), length);
    int first = (int) Math.floorMod(-origin, (long) SIZE);
    for (int at = first; at + SIZE <= end && isIndex(origin + at); at += SIZE) {
      int sector = index(origin + at);
      sectors.looked.set(sector);
      sectors.erased.set(sector, block.u8(at) == 0xFF && block.slice(at, SIZE).run(0) == SIZE);
    }
    return sectors;
  }

  void add(Sectors others) {
    looked.or(others.looked);
    erased.or(others.erased);
  }

  /** Whether the sector that begins at an offset was looked at. */
  boolean knows(long at) {
    return at % SIZE == 0 && isIndex(at) && looked.get(index(at));
  }

  /** Whether a sector that was looked at is erased. */
  boolean isErased(long at) {
    return erased.get(index(at));
  }

  private static boolean isIndex(long at) {
    return at / SIZE < Integer.MAX_VALUE;
  }

  private static int index(long at) {
    return (int) (at / SIZE);
  }
}
