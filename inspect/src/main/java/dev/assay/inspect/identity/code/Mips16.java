package dev.assay.inspect.identity.code;

import dev.assay.inspect.identity.code.Processor.Step;

/**
 * MIPS16e of 32 bits (MIPS32 Architecture for Programmers, volume IV-a), in which OpenWrt builds
 * for processors that have it: constants, also those beside the code, sums, shifts, stores, and the
 * return with or without one more instruction. What leads through the global table is not followed.
 */
record Mips16() implements Processor {
  private static final int V0 = 2;
  private static final int GP = 28;

  private static final int NOP = 0x6500;
  private static final int JR_RA = 0xE820;
  private static final int JRC_RA = 0xE8A0;

  @Override
  public Registers registers() {
    return new Registers(32, 4, 5, 6, 7);
  }

  @Override
  public int result() {
    return V0;
  }

  @Override
  public Step step(Code code, Registers registers) {
    long at = code.address();
    int word = code.u16();
    if (word == JRC_RA) {
      return Step.RETURN;
    }
    if (word == JR_RA) {
      return follow(code.u16(), registers) ? Step.RETURN : Step.UNKNOWN;
    }
    if (word >> 11 == 0x1E) { // extend
      return Step.known(extended(code, at, word, code.u16(), registers));
    }
    return Step.known(
        relative(code, at & ~3L, word, (word & 0xFF) << 2, registers) || follow(word, registers));
  }

  /** An instruction whose constant has 16 bits, of which the first half holds all but five. */
  private static boolean extended(Code code, long at, int more, int word, Registers registers) {
    int unsigned = (more & 31) << 11 | more & 0x7E0 | word & 31;
    int signed = (short) unsigned;
    int x = register(word >> 8);
    int y = register(word >> 5);
    return relative(code, at & ~3L, word, signed, registers)
        || switch (word >> 11) {
          case 0x0D -> registers.set(x, unsigned); // li
          case 0x09 -> registers.change(x, x, number -> (int) (number + signed)); // addiu
          case 0x06 -> (word & 0x1F) == 0 && shift(x, y, more >> 6 & 31, registers); // sll
          case 0x18 -> registers.store(registers.get(y), x, signed, 1); // sb
          case 0x19 -> registers.store(registers.get(y), x, signed, 2); // sh
          case 0x1B -> registers.store(registers.get(y), x, signed, 4); // sw
          default -> false;
        };
  }

  /** What is not allowed behind a jump, where another address counts as that of the instruction. */
  private static boolean relative(Code code, long base, int word, int offset, Registers registers) {
    int x = register(word >> 8);
    return switch (word >> 11) {
      case 0x01 -> registers.set(x, (int) (base + offset)); // addiu rx, pc
      case 0x16 -> registers.set(x, code.i32At(base + offset & 0xFFFFFFFFL)); // lw rx, (pc)
      default -> false;
    };
  }

  private static boolean follow(int word, Registers registers) {
    int x = register(word >> 8);
    int y = register(word >> 5);
    int few = word & 31;
    if (word == NOP) {
      return true;
    }
    return switch (word >> 11) {
      case 0x0D -> registers.set(x, word & 0xFF); // li
      case 0x09 -> registers.change(x, x, number -> (int) (number + (byte) word)); // addiu
      case 0x06 -> // sll, of which 0 means 8
          (few & 3) == 0 && shift(x, y, few == 0 ? 8 : few >> 2, registers);
      case 0x0C -> move(word, registers);
      case 0x1C -> few % 4 == 1 && registers.set(register(word >> 2), Value.UNKNOWN); // addu
      case 0x1D -> few == 0x0B && registers.change(x, y, number -> (int) -number); // neg
      case 0x18 -> registers.store(registers.get(y), x, few, 1); // sb
      case 0x19 -> registers.store(registers.get(y), x, few << 1, 2); // sh
      case 0x1B -> registers.store(registers.get(y), x, few << 2, 4); // sw
      default -> false;
    };
  }

  /** From any register to one of the eight, and the other way to the pointer of the table only. */
  private static boolean move(int word, Registers registers) {
    return switch (word >> 8 & 7) {
      case 7 -> registers.set(register(word >> 5), registers.get(word & 31));
      case 5 ->
          (word >> 5 & 7 | word & 0x18) == GP && registers.set(GP, registers.get(register(word)));
      default -> false;
    };
  }

  private static boolean shift(int to, int from, int places, Registers registers) {
    return registers.change(to, from, number -> (int) number << places);
  }

  /** Three bits name the registers 16, 17 and 2 to 7. */
  private static int register(int bits) {
    int low = bits & 7;
    return low < 2 ? low + 16 : low;
  }
}
