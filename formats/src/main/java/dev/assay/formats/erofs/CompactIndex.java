package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;

/**
 * An index of packs. Packs of 16 entries must start at multiples of 32, so some of 2 stand before
 * them, and some behind where entries are left.
 */
final class CompactIndex extends ClusterMap {
  private static final int LARGE_PACK = 32;

  /** Of which form a pack is: bytes for each entry on average, and how many entries it has. */
  private record Form(int bytes, int entries) {
    int size() {
      return bytes * entries;
    }

    /** The last 4 bytes are a block. */
    int entryBits() {
      return (size() - 4) * 8 / entries;
    }
  }

  private static final Form OF_TWO = new Form(4, 2);
  private static final Form OF_SIXTEEN = new Form(2, 16);

  private final Window image;
  private final Header header;
  private final int placeBits;
  private final long start;
  private final int before;
  private final int inLargePacks;

  CompactIndex(Bytes image, Header header, int count, int clusterBits) {
    super(count);
    this.image = new Window(image);
    this.header = header;
    this.placeBits = Math.max(clusterBits, 12);
    this.start = header.at() + HEADER;
    int left = (int) (LARGE_PACK - start % LARGE_PACK) / 4;
    this.before = left == 8 ? 0 : left;
    this.inLargePacks = header.hasSmallEntries() && before < count ? (count - before) / 16 * 16 : 0;
    if (placeBits > 14 || inLargePacks > 0 && placeBits > 12) {
      throw new Malformed(
          "erofs.index", header.at(), "compact index for clusters of 2^" + clusterBits + " bytes");
    }
  }

  @Override
  Cluster at(int number) {
    long large = start + before * 4L;
    if (number < before) {
      return in(OF_TWO, start, number);
    }
    return number - before < inLargePacks
        ? in(OF_SIXTEEN, large, number - before)
        : in(OF_TWO, large + inLargePacks * 2L, number - before - inLargePacks);
  }

  @Override
  long end() {
    int rest = Math.max(0, count() - before - inLargePacks);
    if (rest == 0 && inLargePacks == 0) {
      return start + (count() + 1) / 2 * 8L;
    }
    return start + before * 4L + inLargePacks * 2L + (rest + 1) / 2 * 8L;
  }

  private Cluster in(Form form, long from, int number) {
    long packAt = from + (long) (number / form.entries) * form.size();
    Block pack = image.block(packAt, form.size());
    int which = number % form.entries;
    int entry = entry(form, pack, which);
    if (kind(entry) != NO_START) {
      return new Cluster(kind(entry), place(entry), block(form, pack, which), 0);
    }
    int back = place(entry);
    return new Cluster(NO_START, 0, 0, (back & IS_COUNT) != 0 ? back & ~IS_COUNT : 0);
  }

  /** The pack's block, plus what the extents take that start in it before the entry. */
  private long block(Form form, Block pack, int which) {
    long block = pack.u32le(form.size() - 4);
    return block
        + (header.hasSeveralBlocks() ? counted(form, pack, which) : starts(form, pack, which));
  }

  /** One block for each extent, and for one that reaches into the pack from before. */
  private int starts(Form form, Block pack, int which) {
    int blocks = 1;
    int i = which;
    while (i > 0) {
      i--;
      int entry = entry(form, pack, i);
      if (kind(entry) == NO_START) {
        i -= place(entry);
      }
      if (i >= 0) {
        blocks++;
      }
    }
    return blocks;
  }

  private int counted(Form form, Block pack, int which) {
    int blocks = 0;
    int i = which;
    while (i > 0) {
      i--;
      int entry = entry(form, pack, i);
      if (kind(entry) != NO_START) {
        blocks++;
        continue;
      }
      int back = place(entry);
      if ((back & IS_COUNT) != 0) {
        i--;
        blocks += back & ~IS_COUNT;
      } else if (back > 1) {
        i -= back - 2;
      } else {
        throw new Malformed("erofs.index", header.at(), "entry of a compact index leads nowhere");
      }
    }
    return blocks;
  }

  private int entry(Form form, Block pack, int which) {
    int bit = form.entryBits() * which;
    return pack.i32le(bit / 8) >>> bit % 8;
  }

  private int place(int entry) {
    return entry & (1 << placeBits) - 1;
  }

  private int kind(int entry) {
    return entry >>> placeBits & 3;
  }
}
