package dev.assay.formats.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Tells where in data a literal may begin by looking at every second pair of bytes: of three bytes
 * or more, one such pair lies within the first three. In programs and compressed data few pairs are
 * of any literal, so that most of it is passed over eight bytes at a time.
 */
public final class PairFilter {
  /** Shortest literal that is sure to be noticed, in bytes. */
  public static final int LEAST = 3;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SAMPLES = 256;

  /** One bit for each pair, the first byte in the low half of the number. */
  private final long[] pairs = new long[1 << 10];

  private final boolean usable;

  private PairFilter(List<byte[]> literals) {
    usable = literals.stream().allMatch(literal -> literal.length >= LEAST);
  }

  /** For literals as they are. */
  public static PairFilter of(List<byte[]> literals) {
    PairFilter filter = new PairFilter(literals);
    for (byte[] literal : literals) {
      for (int i = 0; filter.usable && i < LEAST - 1; i++) {
        filter.add(literal[i] & 0xFF, literal[i + 1] & 0xFF);
      }
    }
    return filter;
  }

  /** For literals in lower and upper case, and mixed. */
  public static PairFilter ofAnyCase(List<byte[]> literals) {
    PairFilter filter = new PairFilter(literals);
    for (byte[] literal : literals) {
      for (int i = 0; filter.usable && i < LEAST - 1; i++) {
        for (int first : cases(literal[i])) {
          for (int second : cases(literal[i + 1])) {
            filter.add(first, second);
          }
        }
      }
    }
    return filter;
  }

  private void add(int first, int second) {
    int pair = first | second << 8;
    pairs[pair >> 6] |= 1L << pair;
  }

  private static int[] cases(byte value) {
    return new int[] {
      Character.toLowerCase(value & 0x7F) | value & 0x80,
      Character.toUpperCase(value & 0x7F) | value & 0x80
    };
  }

  /** Whether so few pairs of the data are of a literal that passing over the others pays. */
  public boolean pays(byte[] data, int from, int until) {
    int step = (until - from) / SAMPLES;
    if (!usable || step < 2) {
      return false;
    }
    int hits = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int at = from + i * step;
      hits += has(data[at] & 0xFF | (data[at + 1] & 0xFF) << 8);
    }
    return hits < SAMPLES / 16;
  }

  /**
   * The first position of {@code at}, {@code at + 2}, {@code at + 4} … whose pair is of a literal;
   * a position at which no pair is left before {@code end} if there is none.
   */
  public int next(byte[] data, int at, int end) {
    long[] table = pairs;
    int i = at;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long eight = (long) EIGHT.get(data, i);
      long any =
          table[(int) eight >>> 6 & 0x3FF] >>> eight
              | table[(int) (eight >>> 22) & 0x3FF] >>> (eight >>> 16)
              | table[(int) (eight >>> 38) & 0x3FF] >>> (eight >>> 32)
              | table[(int) (eight >>> 54) & 0x3FF] >>> (eight >>> 48);
      if ((any & 1) != 0) {
        break;
      }
    }
    while (i + 1 < end && has(data[i] & 0xFF | (data[i + 1] & 0xFF) << 8) == 0) {
      i += 2;
    }
    return i;
  }

  private int has(int pair) {
    return (int) (pairs[pair >> 6] >>> pair) & 1;
  }
}
