package dev.assay.inspect.identity.code;

import dev.assay.inspect.identity.code.Value.Number;

/**
 * z/Architecture (Principles of Operation, chapter 7): constants, addresses relative to the
 * instruction, stores of constants and registers.
 */
record SystemZ() implements Processor {
  private static final int R2 = 2;
  private static final int RETURN_ADDRESS = 14;

  private static final int TO_CALLER = 0x07FE;

  @Override
  public Registers registers() {
    return new Registers(16, 2, 3, 4, 5, 6);
  }

  @Override
  public int result() {
    return R2;
  }

  @Override
  public Step step(Code code, Registers registers) {
    long at = code.address();
    int first = code.u16();
    return first == TO_CALLER ? Step.RETURN : Step.known(follow(at, first, code, registers));
  }

  /** The two highest bits of an instruction tell how long it is. */
  private static boolean follow(long at, int first, Code code, Registers registers) {
    return switch (first >> 14) {
      case 0 -> ofTwo(first, registers);
      case 3 -> ofSix(at, first, code, registers);
      default -> ofFour(first, code.u16(), registers);
    };
  }

  private static boolean ofTwo(int word, Registers registers) {
    int to = word >> 4 & 15;
    return switch (word >> 8) {
      case 0x07 -> to == 0; // nopr: a branch on no condition
      case 0x18 -> // lr
          writable(to) && registers.change(to, word & 15, number -> number & 0xFFFFFFFFL);
      default -> false;
    };
  }

  private static boolean ofFour(int first, int second, Registers registers) {
    int to = first >> 4 & 15;
    boolean unindexed = (first & 15) == 0;
    return switch (first >> 8) {
      case 0x40 -> unindexed && store(to, second, 2, registers); // sth
      case 0x42 -> unindexed && store(to, second, 1, registers); // stc
      case 0x47 -> to == 0; // nop: a branch on no condition
      case 0x50 -> unindexed && store(to, second, 4, registers); // st
      case 0x92 -> store(new Number(first & 0xFF), second, 1, registers); // mvi
      case 0xA5 -> writable(to) && logical(first & 15, to, second, registers);
      case 0xA7 -> writable(to) && halfword(first & 15, to, (short) second, registers);
      case 0xB9 -> // lgr
          first == 0xB904
              && writable(second >> 4 & 15)
              && registers.set(second >> 4 & 15, registers.get(second & 15));
      default -> false;
    };
  }

  private static boolean logical(int operation, int to, long constant, Registers registers) {
    return switch (operation) {
      case 0xE -> registers.set(to, constant << 16); // llilh
      case 0xF -> registers.set(to, constant); // llill
      default -> false;
    };
  }

  private static boolean halfword(int operation, int to, int constant, Registers registers) {
    return switch (operation) {
      case 0x8 -> registers.set(to, constant & 0xFFFFFFFFL); // lhi
      case 0x9 -> registers.set(to, constant); // lghi
      default -> false;
    };
  }

  private static boolean ofSix(long at, int first, Code code, Registers registers) {
    int second = code.u16();
    int third = code.u16();
    int to = first >> 4 & 15;
    int constant = second << 16 | third;
    Number half = new Number((short) third);
    return switch (first & 0xFF0F) {
      case 0xC000 -> writable(to) && registers.set(to, at + 2L * constant); // larl
      case 0xC001 -> writable(to) && registers.set(to, constant); // lgfi
      case 0xC00F -> writable(to) && registers.set(to, constant & 0xFFFFFFFFL); // llilf
      case 0xE504 -> first == 0xE544 && store(half, second, 2, registers); // mvhhi
      case 0xE50C -> first == 0xE54C && store(half, second, 4, registers); // mvhi
      default -> false;
    };
  }

  private static boolean store(int from, int place, int bytes, Registers registers) {
    return store(registers.get(from), place, bytes, registers);
  }

  /** A base of four bits and a displacement of twelve; base 0 is none. */
  private static boolean store(Value value, int place, int bytes, Registers registers) {
    return place >> 12 != 0 && registers.store(value, place >> 12, place & 0xFFF, bytes);
  }

  private static boolean writable(int register) {
    return register < RETURN_ADDRESS;
  }
}
