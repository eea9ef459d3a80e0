package dev.assay.inspect.identity.code;

/**
 * RISC-V with compressed instructions (unprivileged ISA, chapters 2, 4 and 26): constants, their
 * sums and shifts, addresses relative to the instruction, stores.
 *
 * @param is64 whether registers have 64 bits
 */
record RiscV(boolean is64) implements Processor {
  private static final int ZERO = 0;
  private static final int SP = 2;
  private static final int A0 = 10;

  @Override
  public Registers registers() {
    Registers registers = new Registers(32, 10, 11, 12, 13, 14, 15, 16, 17);
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
    int low = code.u16();
    if (low == 0x8082) { // c.jr ra
      return Step.RETURN;
    }
    if ((low & 3) != 3) {
      return Step.known(compressed(low, registers));
    }
    int word = low | code.u16() << 16;
    return word == 0x00008067 ? Step.RETURN : Step.known(full(at, word, registers)); // jalr x0, ra
  }

  private boolean full(long at, int word, Registers registers) {
    int to = word >> 7 & 31;
    int from = word >> 15 & 31;
    int function = word >> 12 & 7;
    int constant = word >> 20;
    if ((word & 0x7F) == 0x23) { // sb, sh, sw
      int offset = (word >> 25) << 5 | to;
      return function < 3
          && registers.store(registers.get(word >> 20 & 31), from, offset, 1 << function);
    }
    if (to == ZERO || to == SP) {
      return word == 0x00000013; // nop
    }
    return switch (word & 0x7F) {
      case 0x37 -> registers.set(to, word & ~0xFFF); // lui
      case 0x17 -> registers.set(to, sized(at + (word & ~0xFFF))); // auipc
      case 0x13 ->
          switch (function) {
            case 0 -> registers.change(to, from, number -> sized(number + constant)); // addi
            case 6 -> registers.change(to, from, number -> number | constant); // ori
            case 1 -> constant < (is64 ? 64 : 32) && shift(to, from, constant, registers); // slli
            default -> false;
          };
      case 0x1B -> // addiw
          is64 && function == 0 && registers.change(to, from, number -> (int) (number + constant));
      default -> false;
    };
  }

  private boolean compressed(int word, Registers registers) {
    int to = word >> 7 & 31;
    int other = word >> 2 & 31;
    // The sign stands apart from the other five bits.
    int constant = (word >> 12 & 1) == 0 ? other : other - 32;
    boolean plain = to != ZERO && to != SP;
    return switch ((word & 3) << 3 | word >> 13) {
      case 8 -> // c.addi, c.nop
          word == 1 || plain && registers.change(to, to, number -> sized(number + constant));
      case 9 -> // c.addiw
          is64 && plain && registers.change(to, to, number -> (int) (number + constant));
      case 10 -> plain && registers.set(to, constant); // c.li
      case 11 -> plain && constant != 0 && registers.set(to, constant << 12); // c.lui
      case 16 -> plain && constant > 0 && shift(to, to, constant, registers); // c.slli
      case 20 -> // c.mv
          (word & 0x1000) == 0 && plain && other != ZERO && registers.set(to, registers.get(other));
      case 6 -> { // c.sw
        int offset = word >> 7 & 0x38 | word >> 4 & 4 | word << 1 & 0x40;
        yield registers.store(registers.get(8 + (word >> 2 & 7)), 8 + (word >> 7 & 7), offset, 4);
      }
      default -> false;
    };
  }

  private boolean shift(int to, int from, int places, Registers registers) {
    return registers.change(to, from, number -> sized(number << places));
  }

  private long sized(long number) {
    return is64 ? number : (int) number;
  }
}
