package dev.assay.formats.ubi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Window;
import java.util.OptionalInt;

/** Finds the size of the erase blocks, which is stored nowhere. */
final class BlockSize {
  private static final int SMALLEST_STEP = 4096;
  private static final int LARGEST = 4 << 20;
  private static final int EXAMINED = 64;

  private BlockSize() {}

  /**
   * The smallest distance at which most blocks have a header or are erased; the whole content where
   * it holds one header only.
   */
  static OptionalInt of(Bytes image) {
    if (EraseHeader.at(image, 0).isEmpty()) {
      return OptionalInt.empty();
    }
    int largest = (int) Math.min(LARGEST, image.size() - EraseHeader.SIZE);
    for (int size = SMALLEST_STEP; size <= largest; size += SMALLEST_STEP) {
      if (EraseHeader.at(image, size).isPresent() && fits(image, size)) {
        return OptionalInt.of(size);
      }
    }
    return image.size() <= LARGEST ? OptionalInt.of((int) image.size()) : OptionalInt.empty();
  }

  private static boolean fits(Bytes image, int size) {
    int good = 0;
    int seen = 0;
    for (long at = 0; seen < EXAMINED && at <= image.size() - size; at += size) {
      seen++;
      if (EraseHeader.at(image, at).isPresent() || isErased(image, at)) {
        good++;
      }
    }
    return good * 4 >= seen * 3;
  }

  static boolean isErased(Bytes image, long at) {
    long end = Math.min(image.size(), at + EraseHeader.SIZE);
    return new Window(image.slice(at, end - at)).skip(0, end - at, 0xFF) == end - at;
  }
}
