package dev.assay.formats.dex;

import dev.assay.formats.Block;
import java.util.BitSet;

/** Where in a method control may arrive by other ways than from the instruction before. */
final class Targets {
  private final Block data;
  private final ClassData.Cost cost;
  private final BitSet marked = new BitSet();
  private int start;
  private int units;

  /**
   * @param cost told of each target, of which many instructions may claim the same
   */
  Targets(Block data, ClassData.Cost cost) {
    this.data = data;
    this.cost = cost;
  }

  /** Begins with a method's code. */
  void begin(int from, int count) {
    marked.clear();
    start = from;
    units = count;
  }

  boolean has(int at) {
    return marked.get((at - start) / 2);
  }

  /** Marks what one instruction may jump to. */
  void follow(int opcode, int unit, int at) {
    if (opcode == 0x28) {
      mark(at, (byte) (unit >> 8));
    } else if (opcode == 0x29 || opcode >= 0x32 && opcode <= 0x3D) {
      mark(at, (short) data.u16le(at + 2));
    } else if (opcode == 0x2A) {
      mark(at, data.i32le(at + 2));
    } else if (opcode == 0x2B || opcode == 0x2C) {
      cases(at, at + 2L * data.i32le(at + 2), opcode == 0x2B);
    }
  }

  private void cases(int at, long payload, boolean packed) {
    if (payload < start || payload + 8 > start + 2L * units) {
      return;
    }
    int table = (int) payload;
    int count = data.u16le(table + 2);
    int first = table + (packed ? 8 : 4 + 4 * count);
    cost.spend(4L * count, at);
    for (int i = 0; i < count && first + 4L * i + 4 <= start + 2L * units; i++) {
      mark(at, data.i32le(first + 4 * i));
    }
  }

  /** Marks the handlers of exceptions, which stand behind the instructions. */
  void handlers(int tries) {
    if (tries == 0) {
      return;
    }
    int list = start + 2 * (units + (units & 1)) + 8 * tries;
    Uleb next = new Uleb(data, list);
    long lists = Integer.toUnsignedLong(next.next());
    for (long i = 0; i < lists; i++) {
      int pairs = next.signed();
      cost.spend(1, list);
      for (long pair = Math.abs((long) pairs); pair > 0; pair--) {
        cost.spend(2, list);
        next.next();
        mark(start, next.next());
      }
      if (pairs <= 0) {
        mark(start, next.next());
      }
    }
  }

  private void mark(int from, int distance) {
    long target = (from - start) / 2 + (long) distance;
    if (target >= 0 && target < units) {
      marked.set((int) target);
    }
  }
}
