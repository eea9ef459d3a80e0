package dev.assay.inspect.identity.code;

import dev.assay.inspect.identity.code.Value.Number;

/**
 * AArch64 (Arm ARM, C6): moves of constants, addresses of pages, additions of constants, stores.
 */
record AArch64() implements Processor {
  /** Zero or the pointer of the stack, as the instruction has it. */
  private static final int NONE = 31;

  private static final int RET = 0xD65F03C0;

  @Override
  public Registers registers() {
    return new Registers(32, 0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Override
  public int result() {
    return 0;
  }

  @Override
  public Step step(Code code, Registers registers) {
    long at = code.address();
    int word = code.i32();
    return word == RET ? Step.RETURN : Step.known(follow(at, word, registers));
  }

  private static boolean follow(long at, int word, Registers registers) {
    int to = word & 31;
    int from = word >> 5 & 31;
    boolean wide = word < 0;
    int shift = (word >> 21 & 3) * 16;
    long constant = (long) (word >> 5 & 0xFFFF) << shift;
    if ((word & 0xFFFFF01F) == 0xD503201F) {
      return true; // HINT: nop, bti, the signing of return addresses
    }
    if ((word & 0xFFE0FFE0) == 0x2A0003E0 && to != NONE) { // mov Wd, Wm
      int source = word >> 16 & 31;
      return source == NONE
          ? registers.set(to, 0)
          : registers.change(to, source, number -> number & 0xFFFFFFFFL);
    }
    if (to == NONE && !isStore(word)) {
      return false;
    }
    switch (word & 0x7F800000) {
      case 0x52800000: // movz
        return (wide || shift < 32) && registers.set(to, constant);
      case 0x12800000: // movn
        return (wide || shift < 32)
            && registers.set(to, wide ? ~constant : ~constant & 0xFFFFFFFFL);
      case 0x72800000: // movk
        return (wide || shift < 32)
            && registers.change(to, to, number -> number & ~(0xFFFFL << shift) | constant);
      case 0x11000000: // add, immediate
        long added = (long) (word >> 10 & 0xFFF) << ((word >> 22 & 1) * 12);
        long mask = wide ? -1 : 0xFFFFFFFFL;
        return from != NONE && registers.change(to, from, number -> number + added & mask);
      default:
        break;
    }
    long relative = (long) (word << 8 >> 13) << 2 | (word >> 29 & 3);
    return switch (word & 0x9F000000) {
      case 0x10000000 -> registers.set(to, at + relative); // adr
      case 0x90000000 -> registers.set(to, (at & ~0xFFFL) + (relative << 12)); // adrp
      default -> isStore(word) && store(word, registers);
    };
  }

  /** Of one register of 8, 16 or 32 bits at a scaled offset, or of two of 32 bits. */
  private static boolean isStore(int word) {
    int single = word & 0xFFC00000;
    return single == 0x39000000
        || single == 0x79000000
        || single == 0xB9000000
        || single == 0x29000000;
  }

  private static boolean store(int word, Registers registers) {
    int base = word >> 5 & 31;
    if (base == NONE) {
      return false;
    }
    if ((word & 0xFFC00000) == 0x29000000) { // stp Wt, Wt2
      int offset = (word << 10 >> 25) * 4;
      return registers.store(value(word & 31, registers), base, offset, 4)
          && registers.store(value(word >> 10 & 31, registers), base, offset + 4, 4);
    }
    int bytes = 1 << (word >>> 30);
    return registers.store(
        value(word & 31, registers), base, (long) (word >> 10 & 0xFFF) * bytes, bytes);
  }

  private static Value value(int register, Registers registers) {
    return register == NONE ? new Number(0) : registers.get(register);
  }
}
