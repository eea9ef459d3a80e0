package dev.assay.formats.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The memory of a model of PPMd, of which only what is written takes room. Fields lie within units
 * of 12 bytes, which lie within pages. Not for several threads.
 */
final class PpmdArena {
  static final int UNIT = 12;
  private static final int PAGE = UNIT << 12;
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] pages;
  private final int start;
  private final int end;

  /**
   * @param size bytes that the model may use
   */
  PpmdArena(int size) {
    // No place is 0, and units end at the end.
    start = UNIT + (UNIT - size % UNIT) % UNIT;
    end = start + size;
    pages = new byte[(end + UNIT) / PAGE + 1][];
  }

  int start() {
    return start;
  }

  /** Behind the last byte that the model may use; there is one more unit. */
  int end() {
    return end;
  }

  private byte[] page(int number) {
    byte[] page = pages[number];
    if (page == null) {
      page = new byte[PAGE];
      pages[number] = page;
    }
    return page;
  }

  // Each divides once: this is where decompressing spends its time.

  int u8(int at) {
    int page = at / PAGE;
    return page(page)[at - page * PAGE] & 0xFF;
  }

  void u8(int at, int value) {
    int page = at / PAGE;
    page(page)[at - page * PAGE] = (byte) value;
  }

  int u16(int at) {
    int page = at / PAGE;
    return (short) SHORTS.get(page(page), at - page * PAGE) & 0xFFFF;
  }

  void u16(int at, int value) {
    int page = at / PAGE;
    SHORTS.set(page(page), at - page * PAGE, (short) value);
  }

  int i32(int at) {
    int page = at / PAGE;
    return (int) INTS.get(page(page), at - page * PAGE);
  }

  void i32(int at, int value) {
    int page = at / PAGE;
    INTS.set(page(page), at - page * PAGE, value);
  }

  void copyUnits(int from, int to, int count) {
    for (int i = 0; i < UNIT * count; i += 4) {
      i32(to + i, i32(from + i));
    }
  }
}
