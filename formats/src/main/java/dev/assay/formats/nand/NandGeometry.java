package dev.assay.formats.nand;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * Sizes of a page's data and of its spare area, in bytes. They are told by the spare areas: next to
 * all have the mark of a good block, and those behind written pages hold something.
 */
record NandGeometry(int page, int spare) {
  private static final int FEWEST_PAGES_OF_A_BLOCK = 32;
  private static final int EXAMINED = 2048;
  private static final int LEAST_SOUND = 8;
  private static final int SOUND_FOR_WRONG = 16;
  private static final int SMALL_PAGE = 512;

  /** Those of chips, the most frequent first. */
  private static final int[][] SIZES = {
    {2048, 64},
    {2048, 128},
    {2048, 112},
    {4096, 128},
    {4096, 224},
    {4096, 218},
    {4096, 256},
    {512, 16},
    {8192, 256},
    {8192, 448},
    {8192, 512},
    {8192, 640},
    {8192, 744},
    {16384, 1280},
    {1024, 32}
  };

  /** The first of all that occur which fits the dump. */
  static Optional<NandGeometry> of(Bytes dump) {
    for (int[] size : SIZES) {
      NandGeometry tried = new NandGeometry(size[0], size[1]);
      if (tried.divides(dump) && tried.fits(dump)) {
        return Optional.of(tried);
      }
    }
    return Optional.empty();
  }

  int step() {
    return page + spare;
  }

  private boolean divides(Bytes dump) {
    return dump.size() > 0 && dump.size() % ((long) step() * FEWEST_PAGES_OF_A_BLOCK) == 0;
  }

  private boolean fits(Bytes dump) {
    long pages = dump.size() / step();
    long examined = Math.min(pages, EXAMINED);
    int written = 0;
    int sound = 0;
    int wrong = 0;
    for (long i = 0; i < examined; i++) {
      Block block = dump.block(i * pages / examined * step(), step());
      Block rest = block.slice(page, spare);
      boolean holds = !isErased(block.slice(0, page));
      written += holds ? 1 : 0;
      if (!isGood(rest)) {
        wrong++;
      } else if (holds && !isErased(rest)) {
        sound++;
      }
    }
    return sound >= LEAST_SOUND && 2 * sound >= written && wrong * SOUND_FOR_WRONG <= sound;
  }

  private boolean isGood(Block rest) {
    return page == SMALL_PAGE ? rest.u8(5) == 0xFF : rest.u16be(0) == 0xFFFF;
  }

  private static boolean isErased(Block block) {
    return block.size() > 0 && block.u8(0) == 0xFF && block.run(0) == block.size();
  }
}
