package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.function.Consumer;

/** Walks the methods of classes, instruction by instruction. */
final class Code {
  private static final int HEADER = 16;

  private final Block data;
  private final CodeVisitor visitor;
  private final Consumer<Problem> problems;
  private final Targets targets;
  private final Registers registers;
  // Many classes may claim the same code; the total is bounded by what honest code can hold.
  private long left;

  Code(Block data, CodeVisitor visitor, Consumer<Problem> problems) {
    this.data = data;
    this.visitor = visitor;
    this.problems = problems;
    this.targets = new Targets(data, this::spend);
    this.registers = new Registers(data);
    this.left = 3L * data.size();
  }

  /** First offset of the instructions of a method's code. */
  static int instructions(int code) {
    return code + HEADER;
  }

  /** Walks a class; a method that cannot be read is a problem, and the next one is read. */
  void classData(int at) {
    ClassData.read(
        data,
        at,
        this::spend,
        (method, flags, code) -> {
          if (code == 0) {
            return;
          }
          try {
            method(method, flags, code);
          } catch (Malformed broken) {
            if (left < 0) {
              throw broken;
            }
            problems.accept(broken.problem());
          }
        });
  }

  private void method(int method, int flags, int code) {
    long units = data.u32le(code + 12);
    int start = instructions(code);
    if (code < 0 || start + 2 * units > data.size()) {
      throw new Malformed("dex.code", code, units + " units of code do not fit into the file");
    }
    spend(units, code);
    int end = (int) (start + 2 * units);
    targets.begin(start, (int) units);
    targets.handlers(data.u16le(code + 6));
    for (int at = start; at < end; at += 2 * length(at, end)) {
      int unit = data.u16le(at);
      targets.follow(unit & 0xFF, unit, at);
    }
    visitor.method(method, flags, code);
    registers.forget();
    for (int at = start; at < end; at += 2 * length(at, end)) {
      if (targets.has(at)) {
        registers.forget();
      }
      int unit = data.u16le(at);
      if (unit <= 0xFF || (unit & 0xFF) != 0) {
        visit(unit & 0xFF, unit, at);
      }
    }
  }

  private void visit(int opcode, int unit, int at) {
    if (Opcodes.isInvoke(opcode)) {
      visitor.call(opcode, data.u16le(at + 2), at, registers.of(at, Opcodes.isRange(opcode)));
      return;
    }
    registers.follow(opcode, unit, at);
    switch (opcode) {
      case 0x1A -> visitor.string(data.u16le(at + 2), at);
      case 0x1B -> visitor.string(data.i32le(at + 2), at);
      case 0x1C, 0x1F, 0x20, 0x22, 0x23, 0x24, 0x25 -> visitor.type(opcode, data.u16le(at + 2), at);
      default -> {
        if (opcode >= 0x52 && opcode <= 0x6D) {
          visitor.field(opcode, data.u16le(at + 2), at);
        } else if (Opcodes.endsPath(opcode)) {
          registers.forget();
        }
      }
    }
  }

  private int length(int at, int end) {
    int unit = data.u16le(at);
    int opcode = unit & 0xFF;
    long length = unit > 0 && opcode == 0 ? payload(unit, at) : Opcodes.length(opcode);
    if (length == 0 || length > (end - at) / 2) {
      throw new Malformed(
          "dex.instruction", at, "opcode " + opcode + " is not in use or runs over the end");
    }
    return (int) length;
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
