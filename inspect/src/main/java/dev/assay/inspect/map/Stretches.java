package dev.assay.inspect.map;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Window;
import dev.assay.inspect.opaque.EntropyFacts;
import dev.assay.inspect.opaque.EntropyInspector;
import java.util.ArrayList;
import java.util.List;

/** Divides bytes of no known structure into padding and what is not. */
final class Stretches {
  /** Shorter runs of one value stand in any table. */
  private static final int SHORTEST_PADDING = 256;

  private static final int MOST = 4096;
  private static final int TEXT_PROBE = 1024;
  private static final EntropyInspector ENTROPY = new EntropyInspector();

  private final Bytes bytes;
  private final Window window;
  private final long base;
  private final List<Region> found = new ArrayList<>();

  private Stretches(Bytes bytes, long base) {
    this.bytes = bytes;
    this.window = new Window(bytes);
    this.base = base;
  }

  /**
   * @param base offset of the bytes in the image
   */
  static List<Region> of(Bytes bytes, long base) {
    Stretches stretches = new Stretches(bytes, base);
    stretches.divide();
    return stretches.found;
  }

  private void divide() {
    long end = bytes.size();
    long from = 0;
    long at = 0;
    while (at < end && found.size() < MOST) {
      int value = window.block(at, 1).u8(0);
      if (value != 0 && value != 0xFF) {
        at = next(at, end);
        continue;
      }
      long stop = window.skip(at, end, value);
      if (stop - at >= SHORTEST_PADDING || stop - at == end) {
        rest(from, at);
        found.add(Region.of(base + at, stop - at, new Meaning.Padding(value)));
        from = stop;
      }
      at = stop;
    }
    rest(from, end);
  }

  /** Where padding may begin; of each run that is long enough, one sample is a byte. */
  private long next(long from, long end) {
    for (long at = from; at < end; at += SHORTEST_PADDING) {
      int value = window.u8(at);
      if (value == 0 || value == 0xFF) {
        long start = at;
        while (start > from && window.u8(start - 1) == value) {
          start--;
        }
        return start;
      }
    }
    return end;
  }

  private void rest(long from, long end) {
    if (from < end) {
      found.add(Region.of(base + from, end - from, meaning(bytes.slice(from, end - from))));
    }
  }

  private static Meaning meaning(Bytes rest) {
    if (isText(rest.head(TEXT_PROBE))) {
      return new Meaning.Text();
    }
    EntropyFacts spread = ENTROPY.inspect(rest).orElseThrow();
    String look = rest.size() < EntropyInspector.LEAST ? "" : spread.look();
    return new Meaning.Unknown(spread.entropy(), look);
  }

  private static boolean isText(Block start) {
    for (int i = 0; i < start.size(); i++) {
      int c = start.u8(i);
      boolean printable = c >= 0x20 && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
      if (!printable) {
        return false;
      }
    }
    return true;
  }
}
