package dev.assay.inspect.identity.code;

/**
 * LoongArch of 64 bits (Reference Manual, volume 1: chapter 2.2 and appendix B): constants, which
 * are put together of 12, 20, 20 and 12 bits, their sums and shifts, addresses relative to the
 * instruction, stores.
 */
record LoongArch() implements Processor {
  private static final int ZERO = 0;
  private static final int RA = 1;
  private static final int SP = 3;
  private static final int A0 = 4;

  private static final int RETURN = 0x4C000020; // jirl zero, ra, 0
  private static final int NOP = 0x03400000; // andi zero, zero, 0

  @Override
  public Registers registers() {
    Registers registers = new Registers(32, 4, 5, 6, 7, 8, 9, 10, 11);
    registers.set(ZERO, 0);
    return registers;
  }

  @Override
  public int result() {
    return A0;
  }

  @Override
  public Step step(Code code, Registers registers) {
    long at = code.address();
    int word = code.i32();
    return word == RETURN ? Step.RETURN : Step.known(follow(at, word, registers));
  }

  private static boolean follow(long at, int word, Registers registers) {
    if (word == NOP) {
      return true;
    }
    return isStore(word)
        ? store(word, registers)
        : writable(word & 31)
            && (large(at, word, registers) || small(word, registers) || plain(word, registers));
  }

  /** Those with a constant of 20 bits. */
  private static boolean large(long at, int word, Registers registers) {
    int to = word & 31;
    long constant = word << 7 >> 12;
    return switch (word & 0xFE000000) {
      case 0x14000000 -> registers.set(to, constant << 12); // lu12i.w
      case 0x16000000 -> // lu32i.d
          registers.change(to, to, number -> constant << 32 | number & 0xFFFFFFFFL);
      case 0x18000000 -> registers.set(to, at + (constant << 2)); // pcaddi
      case 0x1A000000 -> registers.set(to, at + (constant << 12) & ~0xFFFL); // pcalau12i
      case 0x1C000000 -> registers.set(to, at + (constant << 12)); // pcaddu12i
      default -> false;
    };
  }

  /** Those with a constant of 12 bits. */
  private static boolean small(int word, Registers registers) {
    int to = word & 31;
    int from = word >> 5 & 31;
    int signed = word << 10 >> 20;
    int unsigned = word >> 10 & 0xFFF;
    return switch (word & 0xFFC00000) {
      case 0x02800000 -> registers.change(to, from, number -> (int) (number + signed)); // addi.w
      case 0x02C00000 -> registers.change(to, from, number -> number + signed); // addi.d
      case 0x03000000 -> // lu52i.d
          registers.change(to, from, number -> (long) signed << 52 | number & -1L >>> 12);
      case 0x03800000 -> registers.change(to, from, number -> number | unsigned); // ori
      default -> false;
    };
  }

  /** Shifts, and moves: an {@code or} with zero. */
  private static boolean plain(int word, Registers registers) {
    int to = word & 31;
    int from = word >> 5 & 31;
    int places = word >> 10 & 63;
    if ((word & 0xFFFFFC00) == 0x00150000) { // or
      return registers.set(to, registers.get(from));
    }
    if ((word & 0xFFFF0000) == 0x00410000) { // slli.d
      return registers.change(to, from, number -> number << places);
    }
    return (word & 0xFFFF8000) == 0x00408000 // slli.w
        && registers.change(to, from, number -> (int) number << places);
  }

  /** {@code st.b}, {@code st.h}, {@code st.w} and {@code stptr.w}. */
  private static boolean isStore(int word) {
    int single = word & 0xFFC00000;
    return single == 0x29000000
        || single == 0x29400000
        || single == 0x29800000
        || (word & 0xFF000000) == 0x25000000;
  }

  private static boolean store(int word, Registers registers) {
    Value value = registers.get(word & 31);
    int base = word >> 5 & 31;
    return (word & 0xFF000000) == 0x25000000
        ? registers.store(value, base, (word << 8 >> 18) * 4L, 4)
        : registers.store(value, base, word << 10 >> 20, 1 << (word >> 22 & 3));
  }

  private static boolean writable(int register) {
    return register != ZERO && register != RA && register != SP;
  }
}
