package dev.assay.formats.yaffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.flash.PageSize;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Sizes and byte order of an image.
 *
 * @param tagsAt where the tags stand in the spare area
 */
record YaffsGeometry(PageSize size, int tagsAt, ByteOrder order) {
  private static final int EXAMINED = 24;
  private static final int SOUND_FOR_WRONG = 8;

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
      for (PageSize size : PageSize.OF_CHIPS) {
        for (int place : TAG_PLACES) {
          YaffsGeometry tried = new YaffsGeometry(size, place, order);
          if (place + YaffsTags.SIZE <= size.spare() && tried.fits(image)) {
            return Optional.of(tried);
          }
        }
      }
    }
    return Optional.empty();
  }

  int pageSize() {
    return size.data();
  }

  int step() {
    return size.step();
  }

  /** What a page at an offset is: a header, data, or erased or damaged and therefore nothing. */
  Optional<YaffsTags> tags(Bytes image, long at) {
    if (at > image.size() - step()) {
      return Optional.empty();
    }
    Fields spare = new Fields(spare(image, at), order);
    YaffsTags tags = YaffsTags.of(spare, tagsAt);
    return tags.isSound(size.data()) ? Optional.of(tags) : Optional.empty();
  }

  private Block spare(Bytes image, long at) {
    return image.block(at + size.data(), size.spare());
  }

  /** Whether nothing was written to the spare area of a page. */
  boolean isErased(Bytes image, long at) {
    return PageSize.isErased(spare(image, at));
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
      } else if (!isErased(image, at)) {
        wrong++;
      }
    }
    return sound > 1 && wrong * SOUND_FOR_WRONG <= sound;
  }
}
