package dev.assay.inspect.identity.code;

/**
 * T32 (Arm ARM, F5): the same as {@link Arm} in instructions of 16 and 32 bits, and registers kept
 * on the stack.
 */
record Thumb() implements Processor {
  private static final int SP = 13;
  private static final int PC = 15;

  /** An instruction reads its own address as this much more. */
  private static final int AHEAD = 4;

  @Override
  public Registers registers() {
    return new Registers(16, 0, 1, 2, 3);
  }

  @Override
  public int result() {
    return 0;
  }

  @Override
  public Step step(Code code, Registers registers) {
    long at = code.address();
    int first = code.u16();
    if (first == 0x4770) { // bx lr
      return Step.RETURN;
    }
    return Step.known(
        first >= 0xE800
            ? wide(at, first, code.u16(), code, registers)
            : narrow(at, first, code, registers));
  }

  private static boolean narrow(long at, int word, Code code, Registers registers) {
    int low = word & 7;
    int middle = word >> 3 & 7;
    int offset = word >> 6 & 31;
    int high = word >> 8 & 7;
    int constant = word & 0xFF;
    if (word == 0xBF00) { // nop
      return true;
    }
    return switch (word >> 11) {
      case 0 -> registers.change(low, middle, number -> number << offset & 0xFFFFFFFFL); // lsls
      case 4 -> registers.set(high, constant); // movs
      case 6 -> registers.change(high, high, number -> number + constant & 0xFFFFFFFFL); // adds
      case 7 -> registers.change(high, high, number -> number - constant & 0xFFFFFFFFL); // subs
      case 8 -> moved(at, word, registers);
      case 9 -> // ldr, literal
          registers.set(high, code.i32At((at + AHEAD & ~3L) + constant * 4L) & 0xFFFFFFFFL);
      case 12 -> registers.store(registers.get(low), middle, offset * 4L, 4); // str
      case 14 -> registers.store(registers.get(low), middle, offset, 1); // strb
      case 16 -> registers.store(registers.get(low), middle, offset * 2L, 2); // strh
      case 22 -> (word & 0xFF00) == 0xB400; // push, without lr
      default -> false;
    };
  }

  /** {@code add rd, pc} and {@code mov rd, rm}. */
  private static boolean moved(long at, int word, Registers registers) {
    int to = word & 7 | word >> 4 & 8;
    int from = word >> 3 & 15;
    if (to >= SP) {
      return false;
    }
    return switch (word >> 8) {
      case 0x44 ->
          from == PC && registers.change(to, to, number -> number + at + AHEAD & 0xFFFFFFFFL);
      case 0x46 -> from < SP && registers.set(to, registers.get(from));
      default -> false;
    };
  }

  private static boolean wide(long at, int first, int second, Code code, Registers registers) {
    int base = first & 15;
    int to = second >> 8 & 15;
    int highest = first >> 10 & 1;
    int twelve = highest << 11 | second >> 4 & 0x700 | second & 0xFF;
    int half = base << 12 | twelve;
    if ((first & 0xFFF0) == 0xF8C0) { // str.w
      int from = second >> 12;
      return base < SP
          && from < SP
          && registers.store(registers.get(from), base, second & 0xFFF, 4);
    }
    if (first == 0xF8DF) { // ldr.w, literal
      int loaded = second >> 12;
      long from = (at + AHEAD & ~3L) + (second & 0xFFF);
      return loaded < SP && registers.set(loaded, code.i32At(from) & 0xFFFFFFFFL);
    }
    if (first == 0xF85D && (second & 0xFFF) == 0xB04) { // ldr rt, [sp], #4
      int loaded = second >> 12;
      return loaded < SP && registers.set(loaded, Value.UNKNOWN);
    }
    if ((second & 0x8000) != 0 || to >= SP) {
      return false;
    }
    return switch (first & 0xFBF0) {
      case 0xF240 -> registers.set(to, half); // movw
      case 0xF2C0 -> // movt
          registers.change(to, to, number -> number & 0xFFFF | (long) half << 16);
      case 0xF040, 0xF050 -> // mov.w, orr.w
          base == PC
              ? registers.set(to, expanded(twelve))
              : base < SP && registers.change(to, base, number -> number | expanded(twelve));
      case 0xF100, 0xF110 -> // add.w
          base < SP
              && registers.change(to, base, number -> number + expanded(twelve) & 0xFFFFFFFFL);
      default -> false;
    };
  }

  /** ThumbExpandImm. */
  private static long expanded(int twelve) {
    long constant = twelve & 0xFF;
    if (twelve >> 10 != 0) {
      return Integer.rotateRight(0x80 | twelve & 0x7F, twelve >> 7) & 0xFFFFFFFFL;
    }
    return switch (twelve >> 8) {
      case 0 -> constant;
      case 1 -> constant << 16 | constant;
      case 2 -> constant << 24 | constant << 8;
      default -> constant << 24 | constant << 16 | constant << 8 | constant;
    };
  }
}
