package dev.assay.inspect.identity.code;

/**
 * MIPS of either byte order (MIPS Architecture for Programmers, volume II): constants, stores, and
 * the return, which lets one more instruction pass. What sets up the pointer to the global table is
 * passed over, as its value is not known.
 */
record Mips() implements Processor {
  private static final int ZERO = 0;
  private static final int V0 = 2;
  private static final int SP = 29;
  private static final int RA = 31;

  @Override
  public Registers registers() {
    Registers registers = new Registers(32, 4, 5, 6, 7);
    registers.set(ZERO, 0);
    return registers;
  }

  @Override
  public int result() {
    return V0;
  }

  @Override
  public Step step(Code code, Registers registers) {
    int word = code.i32();
    if (word == 0x03E00008 || word == 0x03E00009) { // jr ra
      return follow(code.i32(), registers) ? Step.RETURN : Step.UNKNOWN;
    }
    return Step.known(follow(word, registers));
  }

  private static boolean follow(int word, Registers registers) {
    int from = word >> 21 & 31;
    int to = word >> 16 & 31;
    int signed = (short) word;
    int unsigned = word & 0xFFFF;
    if (word == 0) { // nop
      return true;
    }
    return switch (word >>> 26) {
      case 0 -> sum(word, from, to, registers);
      case 0x09 -> // addiu
          writable(to) && registers.change(to, from, number -> (int) (number + signed));
      case 0x19 -> writable(to) && registers.change(to, from, number -> number + signed); // daddiu
      case 0x0D -> writable(to) && registers.change(to, from, number -> number | unsigned); // ori
      case 0x0F -> writable(to) && from == 0 && registers.set(to, signed << 16); // lui
      case 0x28 -> registers.store(registers.get(to), from, signed, 1); // sb
      case 0x29 -> registers.store(registers.get(to), from, signed, 2); // sh
      case 0x2B -> registers.store(registers.get(to), from, signed, 4); // sw
      default -> false;
    };
  }

  /** {@code addu}, {@code or} and {@code daddu}: a move where one of both is zero. */
  private static boolean sum(int word, int one, int other, Registers registers) {
    int to = word >> 11 & 31;
    int function = word & 0x7FF;
    if (!writable(to) || function != 0x21 && function != 0x25 && function != 0x2D) {
      return false;
    }
    if (other == ZERO) {
      return registers.set(to, registers.get(one));
    }
    return registers.set(to, one == ZERO ? registers.get(other) : Value.UNKNOWN);
  }

  private static boolean writable(int register) {
    return register != ZERO && register != SP && register != RA;
  }
}
