package dev.assay.formats.arj;

import dev.assay.formats.Bytes;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BitsDown;
import dev.assay.formats.codec.LzWindow;

/**
 * Method 4: lengths and distances in a prefix code that is always the same. A run of ones, at most
 * up to a limit, tells how many bits follow.
 */
final class Fastest {
  private static final int WINDOW = 1 << 15;
  private static final int SHORTEST = 3;

  private final BitsDown in;
  private final LzWindow window;

  private Fastest(Bytes packed, Sink sink) {
    this.in = new BitsDown(packed);
    this.window = new LzWindow(WINDOW, 0, sink);
  }

  static void decompress(Bytes packed, long size, Sink sink) {
    Fastest fastest = new Fastest(packed, sink);
    try {
      fastest.run(size);
    } finally {
      fastest.window.flush();
    }
  }

  private void run(long size) {
    for (long left = size; left > 0; ) {
      int length = number(0, 7);
      if (length == 0) {
        window.put(in.bits(8));
        left--;
        continue;
      }
      length = (int) Math.min(left, length + SHORTEST - 1);
      window.copy(number(9, 13) + 1, length);
      left -= length;
    }
  }

  private int number(int fewest, int most) {
    int width = fewest;
    int value = 0;
    while (width < most && in.bits(1) == 1) {
      value += 1 << width;
      width++;
    }
    return value + in.bits(width);
  }
}
