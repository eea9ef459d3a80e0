package dev.assay.inspect.identity.code;

/**
 * Power of either size (Power ISA, book I, chapter 3): constants, their sums, stores. Where
 * functions are called by their global entry point, register 12 has its address (OpenPOWER ABI for
 * ELFv2, §2.3.2.1), from which they work out where their data are.
 *
 * @param start address of the function
 */
record Power(long start) implements Processor {
  private static final int SP = 1;
  private static final int R3 = 3;
  private static final int ENTRY = 12;
  private static final int THREAD = 13;

  private static final int BLR = 0x4E800020;

  @Override
  public Registers registers() {
    Registers registers = new Registers(32, 3, 4, 5, 6, 7, 8, 9, 10);
    registers.set(ENTRY, start);
    return registers;
  }

  @Override
  public int result() {
    return R3;
  }

  @Override
  public Step step(Code code, Registers registers) {
    int word = code.i32();
    return word == BLR ? Step.RETURN : Step.known(follow(word, registers));
  }

  private static boolean follow(int word, Registers registers) {
    int first = word >> 21 & 31;
    int second = word >> 16 & 31;
    int signed = (short) word;
    long unsigned = word & 0xFFFF;
    return switch (word >>> 26) {
      case 14 -> sum(first, second, signed, registers); // addi, li
      case 15 -> sum(first, second, signed << 16, registers); // addis, lis
      case 24 -> // ori, nop
          writable(second) && registers.change(second, first, number -> number | unsigned);
      case 25 -> // oris
          writable(second) && registers.change(second, first, number -> number | unsigned << 16);
      case 31 -> // or, of a register with itself: mr
          (word & 0x7FF) == 0x378
              && first == (word >> 11 & 31)
              && writable(second)
              && registers.set(second, registers.get(first));
      case 36 -> store(first, second, signed, 4, registers); // stw
      case 38 -> store(first, second, signed, 1, registers); // stb
      case 44 -> store(first, second, signed, 2, registers); // sth
      default -> false;
    };
  }

  /** Register 0 stands for the number 0 here. */
  private static boolean sum(int to, int from, int constant, Registers registers) {
    if (!writable(to)) {
      return false;
    }
    return from == 0
        ? registers.set(to, constant)
        : registers.change(to, from, number -> number + constant);
  }

  private static boolean store(int from, int base, int offset, int bytes, Registers registers) {
    return base != 0 && registers.store(registers.get(from), base, offset, bytes);
  }

  private static boolean writable(int register) {
    return register != SP && register != THREAD;
  }
}
