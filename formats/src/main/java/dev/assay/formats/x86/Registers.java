package dev.assay.formats.x86;

import java.util.List;

/** Names of registers by their numbers (SDM vol. 2, tables 2-2, 3-1 and B.1.4). */
final class Registers {
  private static final List<String> LOW = List.of("al", "cl", "dl", "bl");
  private static final List<String> HIGH = List.of("ah", "ch", "dh", "bh");
  private static final List<String> WORDS = List.of("ax", "cx", "dx", "bx", "sp", "bp", "si", "di");
  private static final List<String> SEGMENTS = List.of("es", "cs", "ss", "ds", "fs", "gs");

  private Registers() {}

  /**
   * @param bytes 1, 2, 4 or 8
   * @param rex whether there is a prefix with which the high bytes cannot be named
   */
  static String general(int number, int bytes, boolean rex) {
    if (number >= 8) {
      return "r" + number + (bytes == 8 ? "" : bytes == 4 ? "d" : bytes == 2 ? "w" : "b");
    }
    if (bytes == 1 && number >= 4) {
      return rex ? WORDS.get(number) + "l" : HIGH.get(number - 4);
    }
    return switch (bytes) {
      case 1 -> LOW.get(number);
      case 2 -> WORDS.get(number);
      case 4 -> "e" + WORDS.get(number);
      default -> "r" + WORDS.get(number);
    };
  }

  /**
   * @param bytes 16, 32 or 64
   */
  static String vector(int number, int bytes) {
    return (bytes == 64 ? "zmm" : bytes == 32 ? "ymm" : "xmm") + number;
  }

  /** Empty where there is none of that number. */
  static String segment(int number) {
    return number < SEGMENTS.size() ? SEGMENTS.get(number) : "";
  }

  /** The register that a prefix names. */
  static String byPrefix(int prefix) {
    return switch (prefix) {
      case 0x26 -> "es";
      case 0x2E -> "cs";
      case 0x36 -> "ss";
      case 0x3E -> "ds";
      case 0x64 -> "fs";
      case 0x65 -> "gs";
      default -> "";
    };
  }
}
