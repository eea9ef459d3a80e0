package dev.assay.formats.yaffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Sizes and byte order of an image.
 *
 * @param tagsAt where the tags stand in the spare area
 */
record YaffsGeometry(int pageSize, int spareSize, int tagsAt, ByteOrder order) {
  private static final int EXAMINED = 24;
  private static final int SOUND_FOR_WRONG = 8;

  /** Page and spare sizes of NAND chips, the most frequent first. */
  private static final int[][] SIZES = {
    {2048, 64},
    {4096, 128},
    {512, 16},
    {4096, 224},
    {4096, 218},
    {4096, 256},
    {8192, 256},
    {8192, 448},
    {8192, 512},
    {1024, 32},
    {2048, 128},
    {2048, 112},
    {16384, 512}
  };

  private static final int[] TAG_PLACES = {0, 2, 1, 4};

  private static final List<ByteOrder> ORDERS =
      List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

  /** The first of all that occur which fits the start of an image. */
  static Optional<YaffsGeometry> of(Bytes image) {
    for (ByteOrder order : ORDERS) {
      if (image.size() < YaffsHeader.SIZE
          || YaffsHeader.of(new Fields(image.block(0, YaffsHeader.SIZE), order)).isEmpty()) {
        continue;
      }
      for (int[] size : SIZES) {
        for (int place : TAG_PLACES) {
          YaffsGeometry tried = new YaffsGeometry(size[0], size[1], place, order);
          if (place + YaffsTags.SIZE <= size[1] && tried.fits(image)) {
            return Optional.of(tried);
          }
        }
      }
    }
    return Optional.empty();
  }

  int step() {
    return pageSize + spareSize;
  }

  /** What a page at an offset is: a header, data, or erased or damaged and therefore nothing. */
  Optional<YaffsTags> tags(Bytes image, long at) {
    if (at > image.size() - step()) {
      return Optional.empty();
    }
    Fields spare = new Fields(image.block(at + pageSize, spareSize), order);
    YaffsTags tags = YaffsTags.of(spare, tagsAt);
    return tags.isSound(pageSize) ? Optional.of(tags) : Optional.empty();
  }

  Optional<YaffsHeader> header(Bytes image, long at) {
    return YaffsHeader.of(new Fields(image.block(at, YaffsHeader.SIZE), order));
  }

  /** Damage to a page or two does not make the image another; wrong sizes fit next to none. */
  private boolean fits(Bytes image) {
    int sound = 0;
    int wrong = 0;
    for (int i = 0; i < EXAMINED && (i + 1L) * step() <= image.size(); i++) {
      long at = (long) i * step();
      Optional<YaffsTags> tags = tags(image, at);
      if (tags.isPresent() && (!tags.get().isHeader() || header(image, at).isPresent())) {
        sound++;
      } else if (i == 0) {
        return false;
      } else if (!isErased(image.block(at + pageSize, spareSize))) {
        wrong++;
      }
    }
    return sound > 1 && wrong * SOUND_FOR_WRONG <= sound;
  }

  static boolean isErased(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (block.u8(i) != 0xFF) {
        return false;
      }
    }
    return true;
  }
}
