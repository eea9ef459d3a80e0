package dev.assay.formats.carve;

import dev.assay.formats.Carvable;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * All magic numbers, by their first two bytes, so that a pass over a blob costs one table look-up a
 * byte.
 */
final class Magics {
  /** A magic number and whose it is. */
  record Magic(byte[] bytes, Carvable format, String type) {}

  private final List<List<Magic>> byStart = new ArrayList<>();
  private final boolean[] starts = new boolean[1 << 16];

  Magics() {
    for (int i = 0; i < 1 << 16; i++) {
      byStart.add(List.of());
    }
    for (Format format : Formats.all()) {
      if (format instanceof Carvable carvable) {
        carvable.magics().forEach(bytes -> add(new Magic(bytes, carvable, format.type())));
      }
    }
  }

  private void add(Magic magic) {
    int start = (magic.bytes()[0] & 0xFF) << 8 | magic.bytes()[1] & 0xFF;
    List<Magic> there = new ArrayList<>(byStart.get(start));
    there.add(magic);
    byStart.set(start, there);
    starts[start] = true;
  }

  boolean mayStart(int twoBytes) {
    return starts[twoBytes];
  }

  List<Magic> startingWith(int twoBytes) {
    return byStart.get(twoBytes);
  }
}
