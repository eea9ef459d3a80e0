package dev.assay.inspect.identity.code;

import dev.assay.inspect.identity.code.Value.Argument;
import dev.assay.inspect.identity.code.Value.Number;

/**
 * x86 and x86-64 (Intel SDM, volume 2): moves of constants, {@code xor} of a register with itself,
 * addresses relative to the instruction, which code of 32 bits calls a function for, stores of
 * constants, arguments taken from the stack.
 *
 * @param is64 whether the code is of 64 bits
 */
record X86(boolean is64) implements Processor {
  private static final int AX = 0;
  private static final int SP = 4;

  @Override
  public Registers registers() {
    return is64 ? new Registers(16, 7, 6, 2, 1, 8, 9) : new Registers(16);
  }

  @Override
  public int result() {
    return AX;
  }

  @Override
  public Step step(Code code, Registers registers) {
    int opcode = code.u8();
    int rex = 0;
    boolean half = false;
    boolean repeated = false;
    if (opcode == 0x66) {
      half = true;
      opcode = code.u8();
    }
    if (opcode == 0xF3) {
      repeated = true;
      opcode = code.u8();
    }
    if (is64 && (opcode & 0xF0) == 0x40) {
      rex = opcode & 15;
      opcode = code.u8();
    }
    if (opcode == 0xC3) {
      return Step.RETURN;
    }
    if (repeated) {
      return Step.known(opcode == 0x0F && code.u8() == 0x1E && (code.u8() | 1) == 0xFB); // endbr
    }
    return Step.known(
        switch (opcode) {
          case 0x90 -> true;
          case 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF ->
              !half && move((opcode & 7) | (rex & 1) << 3, (rex & 8) != 0, code, registers);
          case 0x05 -> !half && !is64 && add(AX, code, registers);
          case 0x81 -> !half && !is64 && addToRegister(code, registers);
          case 0xE8 -> !half && !is64 && ownAddress(code, registers);
          case 0x31, 0x33 -> !half && clear(code.u8(), rex, registers);
          case 0xC6 -> storeOrMove(1, rex, code, registers);
          case 0xC7 -> storeOrMove(half ? 2 : 4, rex, code, registers);
          case 0x8B -> !half && rex == 0 && !is64 && argument(code, registers);
          case 0x8D ->
              !half
                  && (is64
                      ? (rex & 8) != 0 && relative(rex, code, registers)
                      : behind(code, registers));
          default -> false;
        });
  }

  private static boolean move(int register, boolean wide, Code code, Registers registers) {
    long low = code.i32() & 0xFFFFFFFFL;
    return register != SP && registers.set(register, wide ? low | (long) code.i32() << 32 : low);
  }

  private static boolean clear(int modrm, int rex, Registers registers) {
    int one = (modrm & 7) | (rex & 1) << 3;
    int other = (modrm >> 3 & 7) | (rex & 4) << 1;
    return modrm >> 6 == 3 && one == other && one != SP && registers.set(one, 0);
  }

  /**
   * {@code mov r/m, imm}: a register, or memory behind one with a displacement of a byte or none.
   */
  private static boolean storeOrMove(int bytes, int rex, Code code, Registers registers) {
    int modrm = code.u8();
    int mode = modrm >> 6;
    int base = (modrm & 7) | (rex & 1) << 3;
    boolean wide = (rex & 8) != 0;
    if ((modrm >> 3 & 7) != 0 || mode == 2 || (modrm & 7) == SP || mode == 0 && (modrm & 7) == 5) {
      return false;
    }
    if (mode == 3) {
      long value = bytes == 4 ? code.i32() : 0;
      return bytes == 4 && registers.set(base, wide ? value : value & 0xFFFFFFFFL);
    }
    long offset = mode == 1 ? (byte) code.u8() : 0;
    long value = bytes == 1 ? code.u8() : bytes == 2 ? code.u16() : code.i32();
    return registers.store(new Number(value), base, offset, wide ? 8 : bytes);
  }

  /** {@code mov r32, [esp + 4 (n + 1)]}: the n-th argument. */
  private static boolean argument(Code code, Registers registers) {
    int modrm = code.u8();
    int register = modrm >> 3 & 7;
    boolean onStack = (modrm & 0xC7) == 0x44 && code.u8() == 0x24;
    int offset = onStack ? (byte) code.u8() : 0;
    return onStack
        && register != SP
        && offset >= 4
        && offset % 4 == 0
        && registers.set(register, new Argument(offset / 4 - 1));
  }

  /** {@code lea r64, [rip + disp32]}. */
  private static boolean relative(int rex, Code code, Registers registers) {
    int modrm = code.u8();
    int register = (modrm >> 3 & 7) | (rex & 4) << 1;
    int displacement = (modrm & 0xC7) == 5 ? code.i32() : 0;
    return (modrm & 0xC7) == 5
        && register != SP
        && registers.set(register, code.address() + displacement);
  }

  /** A call of {@code mov r32, [esp]; ret}, which tells the address of the next instruction. */
  private static boolean ownAddress(Code code, Registers registers) {
    int distance = code.i32();
    long next = code.address();
    int called = code.i32At(next + distance);
    int register = called >> 11 & 7;
    return (called & 0xFFFFC7FF) == 0xC324048B && register != SP && registers.set(register, next);
  }

  /** {@code add r32, imm32}. */
  private static boolean addToRegister(Code code, Registers registers) {
    int modrm = code.u8();
    return modrm >> 3 == 0x18 && (modrm & 7) != SP && add(modrm & 7, code, registers);
  }

  private static boolean add(int register, Code code, Registers registers) {
    int added = code.i32();
    return registers.change(register, register, number -> number + added & 0xFFFFFFFFL);
  }

  /** {@code lea r32, [r32 + disp32]}. */
  private static boolean behind(Code code, Registers registers) {
    int modrm = code.u8();
    int to = modrm >> 3 & 7;
    int base = modrm & 7;
    if (modrm >> 6 != 2 || to == SP || base == SP) {
      return false;
    }
    int displacement = code.i32();
    return registers.change(to, base, number -> number + displacement & 0xFFFFFFFFL);
  }
}
