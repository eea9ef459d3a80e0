package dev.assay.formats.codec;

import static dev.assay.formats.codec.PpmdArena.UNIT;

import java.util.Arrays;

/**
 * Which units of a model's memory are in use. When there are no more is a part of the format, since
 * the model then begins anew: so each block must come to lie where it lies for others.
 *
 * <pre>
 * start  text, upwards  | free | units     low, upwards | free | high, downwards  end
 * </pre>
 *
 * Blocks that are free hang together in lists, one for each of 38 sizes: next block, 4 bytes. While
 * they are put together: 2 bytes 0, 2 their units, 4 next, 4 the one before.
 */
final class PpmdUnits {
  private static final int SIZES = 38;
  private static final int LARGEST = 128;
  private static final int MOST = 1 << 16;
  private static final int BETWEEN_GLUING = 255;

  private static final int[] UNITS = new int[SIZES];
  private static final int[] SIZE_OF = new int[LARGEST];

  static {
    int units = 0;
    for (int size = 0; size < SIZES; size++) {
      for (int step = size >= 12 ? 4 : size / 4 + 1; step > 0; step--) {
        SIZE_OF[units++] = size;
      }
      UNITS[size] = units;
    }
  }

  private final PpmdArena arena;
  private final int[] free = new int[SIZES];
  private int text;
  private int units;
  private int low;
  private int high;
  private int untilGluing;

  PpmdUnits(PpmdArena arena) {
    this.arena = arena;
    restart();
  }

  /** Frees everything. */
  void restart() {
    Arrays.fill(free, 0);
    int size = arena.end() - arena.start();
    text = arena.start();
    high = arena.end();
    units = high - size / 8 / UNIT * 7 * UNIT;
    low = units;
    untilGluing = 0;
  }

  /** Where the next byte of text goes. */
  int text() {
    return text;
  }

  /** Adds a byte of text; false where it has met the units. */
  boolean addText(int octet) {
    arena.u8(text++, octet);
    return text < units;
  }

  void dropText() {
    text--;
  }

  /** A unit for a context, or 0. */
  int context() {
    if (high != low) {
      high -= UNIT;
      return high;
    }
    return free[0] != 0 ? take(0) : allocateRarely(0);
  }

  /** A block for so many units, or 0. */
  int allocate(int count) {
    int size = SIZE_OF[count - 1];
    if (free[size] != 0) {
      return take(size);
    }
    int bytes = UNITS[size] * UNIT;
    if (bytes <= high - low) {
      low += bytes;
      return low - bytes;
    }
    return allocateRarely(size);
  }

  /** The block with room for one unit more, or 0. */
  int expand(int block, int count) {
    int size = SIZE_OF[count - 1];
    if (size == SIZE_OF[count]) {
      return block;
    }
    int larger = allocate(count + 1);
    if (larger != 0) {
      arena.copyUnits(block, larger, count);
      put(block, size);
    }
    return larger;
  }

  /** The block, or another, with room for fewer units. */
  int shrink(int block, int count, int fewer) {
    int old = SIZE_OF[count - 1];
    int size = SIZE_OF[fewer - 1];
    if (old == size) {
      return block;
    }
    if (free[size] != 0) {
      int other = take(size);
      arena.copyUnits(block, other, fewer);
      put(block, old);
      return other;
    }
    split(block, old, size);
    return block;
  }

  void release(int block, int count) {
    put(block, SIZE_OF[count - 1]);
  }

  private int allocateRarely(int size) {
    if (untilGluing == 0) {
      glue();
      if (free[size] != 0) {
        return take(size);
      }
    }
    for (int larger = size + 1; larger < SIZES; larger++) {
      if (free[larger] != 0) {
        int block = take(larger);
        split(block, larger, size);
        return block;
      }
    }
    untilGluing--;
    int bytes = UNITS[size] * UNIT;
    if (units - text <= bytes) {
      return 0;
    }
    units -= bytes;
    return units;
  }

  private void put(int block, int size) {
    arena.i32(block, free[size]);
    free[size] = block;
  }

  private int take(int size) {
    int block = free[size];
    free[size] = arena.i32(block);
    return block;
  }

  /** Frees what a block has beyond a size. */
  private void split(int block, int old, int size) {
    putUnits(block + UNITS[size] * UNIT, UNITS[old] - UNITS[size]);
  }

  /** Of units for which there is no size the last are a block of their own. */
  private void putUnits(int block, int count) {
    int size = SIZE_OF[count - 1];
    if (UNITS[size] != count) {
      size--;
      int rest = count - UNITS[size];
      put(block + UNITS[size] * UNIT, SIZE_OF[rest - 1]);
    }
    put(block, size);
  }

  /** Puts free blocks together that lie behind each other. */
  private void glue() {
    untilGluing = BETWEEN_GLUING;
    int head = arena.end();
    int first = head;
    for (int size = 0; size < SIZES; size++) {
      int block = free[size];
      free[size] = 0;
      while (block != 0) {
        int next = arena.i32(block);
        arena.i32(block + 4, first);
        arena.i32(first + 8, block);
        first = block;
        arena.u16(block, 0);
        arena.u16(block + 2, UNITS[size]);
        block = next;
      }
    }
    arena.u16(head, 1);
    arena.i32(head + 4, first);
    arena.i32(first + 8, head);
    if (low != high) {
      arena.u16(low, 1);
    }
    for (int block = first; block != head; block = arena.i32(block + 4)) {
      join(block);
    }
    for (int block = arena.i32(head + 4); block != head; ) {
      int next = arena.i32(block + 4);
      int at = block;
      int left = arena.u16(block + 2);
      for (; left > LARGEST; left -= LARGEST, at += LARGEST * UNIT) {
        put(at, SIZES - 1);
      }
      putUnits(at, left);
      block = next;
    }
  }

  private void join(int block) {
    int count = arena.u16(block + 2);
    while (true) {
      int behind = block + count * UNIT;
      count += arena.u16(behind + 2);
      if (arena.u16(behind) != 0 || count >= MOST) {
        return;
      }
      int before = arena.i32(behind + 8);
      int next = arena.i32(behind + 4);
      arena.i32(before + 4, next);
      arena.i32(next + 8, before);
      arena.u16(block + 2, count);
    }
  }
}
