package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;

/** Walks the methods of classes, instruction by instruction. */
final class Code {
  private static final int HEADER = 16;

  private final Block data;
  private final CallVisitor visitor;
  // Many classes may claim the same code; the total is bounded by what honest code can hold.
  private long left;

  Code(Block data, CallVisitor visitor) {
    this.data = data;
    this.visitor = visitor;
    this.left = 2L * data.size();
  }

  void classData(int at) {
    Uleb next = new Uleb(data, at);
    long fields = Integer.toUnsignedLong(next.next()) + Integer.toUnsignedLong(next.next());
    int direct = next.next();
    int virtual = next.next();
    for (long i = 0; i < fields; i++) {
      spend(2, at);
      next.next();
      next.next();
    }
    methods(next, direct);
    methods(next, virtual);
  }

  private void methods(Uleb next, int count) {
    int method = 0;
    for (long i = Integer.toUnsignedLong(count); i > 0; i--) {
      spend(3, next.at());
      method += next.next();
      next.next();
      int code = next.next();
      if (code != 0) {
        instructions(method, code);
      }
    }
  }

  private void instructions(int method, int code) {
    long units = data.u32le(code + 12);
    long end = code + HEADER + 2 * units;
    if (code < 0 || end > data.size()) {
      throw new Malformed("dex.code", code, units + " units of code do not fit into the file");
    }
    spend(units, code);
    long at = code + HEADER;
    while (at < end) {
      int here = (int) at;
      int unit = data.u16le(here);
      int opcode = unit & 0xFF;
      long length = unit > 0 && opcode == 0 ? payload(unit, here) : Opcodes.length(opcode);
      if (length == 0 || length > (end - at) / 2) {
        throw new Malformed(
            "dex.instruction", at, "opcode " + opcode + " is not in use or runs over the end");
      }
      if (Opcodes.isInvoke(opcode)) {
        visitor.call(method, opcode, data.u16le(here + 2), here);
      }
      at += 2 * length;
    }
  }

  private long payload(int kind, int at) {
    return switch (kind) {
      case 0x0100 -> 4 + 2L * data.u16le(at + 2);
      case 0x0200 -> 2 + 4L * data.u16le(at + 2);
      case 0x0300 -> 4 + (data.u32le(at + 4) * data.u16le(at + 2) + 1) / 2;
      default -> 1;
    };
  }

  private void spend(long amount, int at) {
    left -= amount;
    if (left < 0) {
      throw new Malformed("dex.too-large", at, "more code is claimed than fits; rest not read");
    }
  }
}
