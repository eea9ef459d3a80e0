package dev.assay.formats.sevenzip;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Puts the targets of x86 calls and jumps back into code (7-Zip, DOC/Methods.txt, BCJ2; the range
 * coder is that of LZMA). The code comes without them; targets are big-endian, counted from the
 * start of the content, those of E8 in one stream, those of E9 and 0F 8x in another; the fourth
 * stream tells of each such instruction whether its target was taken out.
 */
final class Bcj2Stream extends InputStream {
  private static final int TOP = 1 << 24;
  private static final int BITS = 11;
  private static final int MOVE = 5;
  private static final int LONG_JUMP = 256;
  private static final int CONDITIONAL = 257;

  private final InputStream code;
  private final InputStream calls;
  private final InputStream jumps;
  private final InputStream choices;
  private final long size;
  private final int[] odds = new int[258];
  private long range = 0xFFFF_FFFFL;
  private long value;
  private boolean begun;
  private long position;
  private int before;
  private int target;
  private int left;

  /**
   * @param size bytes that all give together
   */
  Bcj2Stream(
      InputStream code, InputStream calls, InputStream jumps, InputStream choices, long size) {
    this.code = buffered(code);
    this.calls = buffered(calls);
    this.jumps = buffered(jumps);
    this.choices = buffered(choices);
    this.size = size;
    Arrays.fill(odds, 1 << BITS - 1);
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, 1 << 14);
  }

  @Override
  public int read() throws IOException {
    if (position == size) {
      return -1;
    }
    if (left > 0) {
      before = target & 0xFF;
      target >>>= 8;
      left--;
      position++;
      return before;
    }
    int next = next(code);
    int last = before;
    before = next;
    position++;
    if (isJump(last, next) && position < size && isTakenOut(last, next)) {
      target = word(next == 0xE8 ? calls : jumps) - (int) (position + 4);
      left = 4;
    }
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int next = read();
      if (next < 0) {
        return done == 0 && length > 0 ? -1 : done;
      }
      into[from + done++] = (byte) next;
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    for (InputStream each : new InputStream[] {code, calls, jumps, choices}) {
      each.close();
    }
  }

  private static boolean isJump(int last, int next) {
    return (next & 0xFE) == 0xE8 || last == 0x0F && (next & 0xF0) == 0x80;
  }

  private boolean isTakenOut(int last, int next) throws IOException {
    if (!begun) {
      begun = true;
      for (int i = 0; i < 5; i++) {
        value = (value << 8 | next(choices)) & 0xFFFF_FFFFL;
      }
    }
    if (range < TOP) {
      range = range << 8 & 0xFFFF_FFFFL;
      value = (value << 8 | next(choices)) & 0xFFFF_FFFFL;
    }
    int of = next == 0xE8 ? last : next == 0xE9 ? LONG_JUMP : CONDITIONAL;
    long bound = (range >>> BITS) * odds[of];
    if (value < bound) {
      range = bound;
      odds[of] += (1 << BITS) - odds[of] >> MOVE;
      return false;
    }
    range -= bound;
    value -= bound;
    odds[of] -= odds[of] >> MOVE;
    return true;
  }

  private static int word(InputStream in) throws IOException {
    int word = 0;
    for (int i = 0; i < 4; i++) {
      word = word << 8 | next(in);
    }
    return word;
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }
}
