package dev.assay.formats.nand;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.flash.PageSize;
import java.util.Optional;

/**
 * Finds the sizes of a dump's pages. They are told by the spare areas: next to all have the mark of
 * a good block, and those behind written pages hold something.
 */
final class NandGeometry {
  private static final int FEWEST_PAGES_OF_A_BLOCK = 32;
  private static final int EXAMINED = 2048;
  private static final int LEAST_SOUND = 8;
  private static final int SOUND_FOR_WRONG = 16;
  private static final int SMALL_PAGE = 512;

  private NandGeometry() {}

  /** The first of all that occur which fits the dump. */
  static Optional<PageSize> of(Bytes dump) {
    return PageSize.OF_CHIPS.stream()
        .filter(size -> divides(dump, size) && fits(dump, size))
        .findFirst();
  }

  private static boolean divides(Bytes dump, PageSize size) {
    return dump.size() > 0 && dump.size() % ((long) size.step() * FEWEST_PAGES_OF_A_BLOCK) == 0;
  }

  private static boolean fits(Bytes dump, PageSize size) {
    long pages = dump.size() / size.step();
    long examined = Math.min(pages, EXAMINED);
    int written = 0;
    int sound = 0;
    int wrong = 0;
    for (long i = 0; i < examined; i++) {
      Block block = dump.block(i * pages / examined * size.step(), size.step());
      Block rest = block.slice(size.data(), size.spare());
      boolean holds = !PageSize.isErased(block.slice(0, size.data()));
      written += holds ? 1 : 0;
      if (!isGood(rest, size)) {
        wrong++;
      } else if (holds && !PageSize.isErased(rest)) {
        sound++;
      }
    }
    return sound >= LEAST_SOUND && 2 * sound >= written && wrong * SOUND_FOR_WRONG <= sound;
  }

  private static boolean isGood(Block rest, PageSize size) {
    return size.data() == SMALL_PAGE ? rest.u8(5) == 0xFF : rest.u16be(0) == 0xFFFF;
  }
}
