package dev.assay.formats.dex;

/** What the walk needs to know of each opcode. */
final class Opcodes {
  /** Units of each opcode, a row for each upper digit; 0 is not in use. */
  private static final String LENGTHS =
      "1123123123111111"
          + "1112322352232112"
          + "2122333112333222"
          + "2222222222222200"
          + "0000222222222222"
          + "2222222222222222"
          + "2222222222222233"
          + "3330333330011111"
          + "1111111111111111"
          + "2222222222222222"
          + "2222222222222222"
          + "1111111111111111"
          + "1111111111111111"
          + "2222222222222222"
          + "2220000000000000"
          + "0000000000443322";

  /**
   * Which register each opcode writes: a that of four bits, b of eight, c of sixteen; a capital
   * writes the next one too.
   */
  private static final String WRITES =
      "-abcABCabcbBbb--"
          + "--abbbBBBBbbb---"
          + "aaba---------bbb"
          + "bb--------------"
          + "----bBbbbbb-----"
          + "--aAaaaaa-------"
          + "bBbbbbb---------"
          + "-----------aaAAa"
          + "AAaAaaAaAAaAaaaa"
          + "bbbbbbbbbbbBBBBB"
          + "BBBBBBbbbbbBBBBB"
          + "aaaaaaaaaaaAAAAA"
          + "AAAAAAaaaaaAAAAA"
          + "aaaaaaaabbbbbbbb"
          + "bbb-------------"
          + "--------------bb";

  private Opcodes() {}

  /** Units of two bytes; 0 where the opcode is not in use. */
  static int length(int opcode) {
    return LENGTHS.charAt(opcode) - '0';
  }

  static boolean isInvoke(int opcode) {
    return opcode >= 0x6E && opcode <= 0x72
        || opcode >= 0x74 && opcode <= 0x78
        || opcode >= 0xFA && opcode <= 0xFD;
  }

  static boolean isRange(int opcode) {
    return opcode >= 0x74 && opcode <= 0x78 || opcode == 0xFB || opcode == 0xFD;
  }

  /** See {@code WRITES}; {@code -} where it writes none. */
  static char writes(int opcode) {
    return WRITES.charAt(opcode);
  }

  /** Whether the next instruction is not reached from it: return, throw, goto. */
  static boolean endsPath(int opcode) {
    return opcode >= 0x0E && opcode <= 0x11 || opcode >= 0x27 && opcode <= 0x2A;
  }
}
