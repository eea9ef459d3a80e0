package dev.assay.formats.x86;

/** How long operands and addresses are, in bytes (SDM vol. 2, 2.2.1.2 and table 3-4 of vol. 1). */
final class Sizes {
  private Sizes() {}

  static int operand(Prefixes prefixes, Opcode opcode) {
    if (prefixes.wide && (prefixes.w || opcode.is("f64"))) {
      return 8;
    }
    if (isShort(prefixes, opcode)) {
      return 2;
    }
    return prefixes.wide && opcode.is("d64") ? 8 : 4;
  }

  /** Whether the prefix 66 says how long operands are, and is no part of the opcode. */
  static boolean isShort(Prefixes prefixes, Opcode opcode) {
    return prefixes.operandSize && opcode.mandatory() != Prefixes.OPERAND_SIZE;
  }

  static int address(Prefixes prefixes) {
    if (prefixes.wide) {
      return prefixes.addressSize ? 4 : 8;
    }
    return prefixes.addressSize ? 2 : 4;
  }

  /** How memory of a size is named. */
  static String pointer(int bytes) {
    return switch (bytes) {
      case 1 -> "byte ptr";
      case 2 -> "word ptr";
      case 4 -> "dword ptr";
      case 6 -> "fword ptr";
      case 8 -> "qword ptr";
      case 10 -> "tbyte ptr";
      case 16 -> "xmmword ptr";
      case 32 -> "ymmword ptr";
      case 64 -> "zmmword ptr";
      default -> "";
    };
  }

  /** A number without the bits that are beyond a size. */
  static long masked(long value, int bytes) {
    return bytes >= 8 ? value : value & (1L << 8 * bytes) - 1;
  }
}
