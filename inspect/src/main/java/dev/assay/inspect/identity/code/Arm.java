package dev.assay.inspect.identity.code;

/**
 * A32 (Arm ARM, F5): moves of constants, literals, additions of constants, stores; all
 * unconditional.
 */
record Arm() implements Processor {
  private static final int SP = 13;
  private static final int PC = 15;

  /** An instruction reads its own address as this much more. */
  private static final int AHEAD = 8;

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
    int word = code.i32();
    if (word == 0xE12FFF1E || word == 0xE1A0F00E) { // bx lr; mov pc, lr
      return Step.RETURN;
    }
    return Step.known(follow(at, word, code, registers));
  }

  private static boolean follow(long at, int word, Code code, Registers registers) {
    int to = word >> 12 & 15;
    int from = word >> 16 & 15;
    int half = (word >> 4 & 0xF000) | (word & 0xFFF);
    long constant = Integer.rotateRight(word & 0xFF, (word >> 8 & 15) * 2) & 0xFFFFFFFFL;
    if (word == 0xE320F000 || word == 0xE1A00000) { // nop; mov r0, r0
      return true;
    }
    if (to >= SP) {
      return false;
    }
    switch (word & 0xFFF00000) {
      case 0xE3000000: // movw
        return registers.set(to, half);
      case 0xE3400000: // movt
        return registers.change(to, to, number -> number & 0xFFFF | (long) half << 16);
      case 0xE3A00000: // mov
        return from == 0 && registers.set(to, constant);
      case 0xE3E00000: // mvn
        return from == 0 && registers.set(to, ~constant & 0xFFFFFFFFL);
      case 0xE3800000: // orr
        return from < SP && registers.change(to, from, number -> number | constant);
      case 0xE2800000: // add
        return from < SP && registers.change(to, from, number -> number + constant & 0xFFFFFFFFL);
      case 0xE2400000: // sub
        return from < SP && registers.change(to, from, number -> number - constant & 0xFFFFFFFFL);
      case 0xE5900000: // ldr
        return from == PC
            && registers.set(to, code.i32At(at + AHEAD + (word & 0xFFF)) & 0xFFFFFFFFL);
      case 0xE5800000: // str
        return from < SP && registers.store(registers.get(to), from, word & 0xFFF, 4);
      case 0xE5C00000: // strb
        return from < SP && registers.store(registers.get(to), from, word & 0xFFF, 1);
      case 0xE1C00000: // strh
        return from < SP
            && (word & 0xF0) == 0xB0
            && registers.store(registers.get(to), from, word >> 4 & 0xF0 | word & 15, 2);
      default:
        break;
    }
    if ((word & 0xFFF00FF0) == 0xE0800000 && from == PC && (word & 15) < SP) { // add rd, pc, rm
      return registers.change(to, word & 15, number -> number + at + AHEAD & 0xFFFFFFFFL);
    }
    if ((word & 0xFFF00FF0) == 0xE0800000 && (word & 15) == PC && from < SP) { // add rd, rm, pc
      return registers.change(to, from, number -> number + at + AHEAD & 0xFFFFFFFFL);
    }
    return (word & 0xFFFF0FF0) == 0xE1A00000 // mov rd, rm
        && (word & 15) < SP
        && registers.set(to, registers.get(word & 15));
  }
}
