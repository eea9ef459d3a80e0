package dev.assay.compare;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Where two contents that nobody can explain differ, as a dump would show it: the ranges of bytes
 * where both are equally long, else what stands between the beginning and the end they share.
 */
public final class ByteRanges {
  /** Equal bytes that part two ranges. */
  private static final int GAP = 16;

  private static final int EXCERPT = 16;

  /** Fewer bytes that could be letters are too often none. */
  private static final int SHORTEST_TEXT = 4;

  private static final int STEP = 1 << 20;
  private static final HexFormat HEX = HexFormat.of();

  private final Bytes left;
  private final Bytes right;
  private final int most;
  private final LongFunction<String> name;
  private final List<Aspect> found = new ArrayList<>();
  private long ranges;
  private long from = -1;
  private long end = -1;

  private ByteRanges(Bytes left, Bytes right, int most, LongFunction<String> name) {
    this.left = left;
    this.right = right;
    this.most = most;
    this.name = name;
  }

  /**
   * The ranges in their order.
   *
   * @param most ranges that are told; of further ones the number
   */
  public static List<Aspect> of(Bytes left, Bytes right, int most) {
    return of(left, right, most, at -> String.format(Locale.ROOT, "bytes from 0x%x", at));
  }

  /**
   * The ranges in their order.
   *
   * @param name of a range that begins at an offset
   */
  public static List<Aspect> of(Bytes left, Bytes right, int most, LongFunction<String> name) {
    ByteRanges between = new ByteRanges(left, right, most, name);
    if (left.size() == right.size()) {
      between.equallyLong();
    } else {
      between.middle();
    }
    return List.copyOf(between.found);
  }

  private void equallyLong() {
    for (long at = 0; at < left.size(); at += STEP) {
      Block a = left.blockUpTo(at, STEP);
      Block b = right.blockUpTo(at, STEP);
      for (int i = 0; i < a.size(); i++) {
        if (a.u8(i) != b.u8(i)) {
          differs(at + i);
        }
      }
    }
    range();
    if (ranges > most) {
      found.add(Aspect.change("further ranges of bytes", String.valueOf(ranges - most), ""));
    }
  }

  private void differs(long at) {
    if (from >= 0 && at - end > GAP) {
      range();
    }
    if (from < 0) {
      from = at;
    }
    end = at + 1;
  }

  private void range() {
    if (from >= 0 && ranges++ < most) {
      aspect(from, end, end);
    }
    from = -1;
  }

  private void middle() {
    long shorter = Math.min(left.size(), right.size());
    long head = shared(0, 0, shorter);
    long tail = 0;
    while (tail < shorter - head) {
      int length = (int) Math.min(STEP, shorter - head - tail);
      Block a = left.block(left.size() - tail - length, length);
      Block b = right.block(right.size() - tail - length, length);
      int equal = 0;
      while (equal < length && a.u8(length - 1 - equal) == b.u8(length - 1 - equal)) {
        equal++;
      }
      tail += equal;
      if (equal < length) {
        break;
      }
    }
    aspect(head, left.size() - tail, right.size() - tail);
  }

  /** How many bytes are the same from a place in each. */
  private long shared(long a, long b, long most) {
    long same = 0;
    while (same < most) {
      int length = (int) Math.min(STEP, most - same);
      Block before = left.block(a + same, length);
      Block after = right.block(b + same, length);
      int equal = 0;
      while (equal < length && before.u8(equal) == after.u8(equal)) {
        equal++;
      }
      same += equal;
      if (equal < length) {
        break;
      }
    }
    return same;
  }

  private void aspect(long start, long leftEnd, long rightEnd) {
    found.add(
        Aspect.change(
            name.apply(start), excerpt(left, start, leftEnd), excerpt(right, start, rightEnd)));
  }

  private static String excerpt(Bytes bytes, long start, long end) {
    int shown = (int) Math.min(EXCERPT, end - start);
    byte[] some = new byte[shown];
    bytes.read(start, some, 0, shown);
    String more = shown < end - start ? "…" : "";
    return end
        - start
        + (end - start == 1 ? " byte" : " bytes")
        + (shown == 0 ? "" : ": " + HEX.formatHex(some) + more)
        + (isText(some) ? " `" + new String(some, StandardCharsets.US_ASCII) + more + "`" : "");
  }

  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0x20 || each == 0x7F) {
        return false;
      }
    }
    return bytes.length >= SHORTEST_TEXT;
  }
}
