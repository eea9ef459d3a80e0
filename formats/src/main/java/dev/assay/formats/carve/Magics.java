package dev.assay.formats.carve;

import dev.assay.formats.Block;
import dev.assay.formats.Carvable;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.stream.PairFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** All magic numbers, and a pass over bytes for all of them at once. */
final class Magics {
  /** The longest magic number, in bytes. */
  static final int LONGEST = 64;

  /** So often a run of the same byte is looked for, which is passed over faster than pairs are. */
  private static final int STEP = 4096;

  private final PairFilter filter;
  private final List<List<Magic>> byAnchor = new ArrayList<>();

  Magics() {
    List<byte[]> anchors = new ArrayList<>();
    for (int i = 0; i < 1 << Byte.SIZE; i++) {
      byAnchor.add(new ArrayList<>());
    }
    int order = 0;
    for (Format format : Formats.all()) {
      if (format instanceof Carvable carvable) {
        for (byte[] bytes : carvable.magics()) {
          Magic magic = new Magic(bytes, Magic.anchor(bytes), order++, carvable, format.type());
          anchors.add(Arrays.copyOfRange(bytes, magic.anchor(), magic.anchor() + PairFilter.LEAST));
          byAnchor.get(bytes[magic.anchor()] & 0xFF).add(magic);
        }
      }
    }
    filter = PairFilter.of(anchors);
  }

  /**
   * Where magic numbers stand of which the first byte is one of the first {@code length} bytes of
   * the block, in order; the rest of the block is read as far as they reach.
   *
   * @param origin offset of the block in the blob
   */
  List<Candidate> in(Block block, int length, long origin) {
    List<Candidate> found = new ArrayList<>();
    byte[] array = block.array();
    int from = block.arrayOffset();
    int end = from + Math.min(block.size(), length + LONGEST);
    for (int at = from, step = from; at + 1 < end; ) {
      if (at >= step) {
        int run = block.run(at - from);
        if (run > 2 && at > from) {
          take(block, at - 1 - from, length, origin, found);
        }
        at += Math.max(0, run - 2);
        step = at + STEP;
      }
      int until = Math.min(end, step + 1);
      at = filter.next(array, at, until);
      if (at + 1 >= until) {
        continue;
      }
      if (at > from) {
        take(block, at - 1 - from, length, origin, found);
      }
      take(block, at - from, length, origin, found);
      // In a run of the same byte no anchor begins but at its last two.
      at = Math.max(at + 2, at + block.run(at - from) - 2);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private void take(Block block, int anchorAt, int length, long origin, List<Candidate> found) {
    for (Magic magic : byAnchor.get(block.u8(anchorAt))) {
      int at = anchorAt - magic.anchor();
      if (at >= 0 && at < length && magic.stands(block, at)) {
        found.add(new Candidate(origin + at, magic));
      }
    }
  }
}
