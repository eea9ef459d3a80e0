package dev.assay.formats.x86;

import java.util.ArrayList;
import java.util.List;

/** What stands before the opcode of an instruction (SDM vol. 2, 2.1.1, 2.2, 2.3 and 2.7). */
final class Prefixes {
  /** Which of the ways to write prefixes and escapes an instruction takes. */
  enum Form {
    LEGACY,
    VEX,
    EVEX
  }

  static final int OPERAND_SIZE = 0x66;
  static final int ADDRESS_SIZE = 0x67;
  static final int LOCK = 0xF0;
  static final int REPEAT_NOT = 0xF2;
  static final int REPEAT = 0xF3;
  private static final int[] MANDATORY = {0, OPERAND_SIZE, REPEAT, REPEAT_NOT};

  final boolean wide;

  /** In their order. */
  final List<Integer> legacy = new ArrayList<>();

  Form form = Form.LEGACY;

  /** The last of F2 and F3, or 0. */
  int repeat;

  /** The last segment, or 0. */
  int segment;

  boolean operandSize;
  boolean addressSize;

  /** Whether there is a REX prefix, with which the high bytes of registers cannot be named. */
  boolean rex;

  boolean w;

  /** To be added to the numbers of registers: 0 or 8, with EVEX up to 24. */
  int r;

  int x;
  int b;

  /** Of the register in VEX and EVEX, else 0. */
  int v;

  /** Length of vectors: 0 for 128 bits, 1 for 256, 2 for 512. */
  int l;

  /** What VEX and EVEX have of prefix and map; of legacy instructions read with the opcode. */
  int mandatory;

  int map;

  /** EVEX: register of the mask, whether what it leaves out becomes 0, broadcast or rounding. */
  int mask;

  boolean zeroing;
  boolean extra;

  /** Whether a bit has not the value that EVEX reserves for all instructions (SDM 2.7.1). */
  private boolean reserved;

  private Prefixes(boolean wide) {
    this.wide = wide;
  }

  /** Reads to the opcode. */
  static Prefixes read(Fetch fetch, boolean wide) {
    Prefixes read = new Prefixes(wide);
    while (read.isLegacy(fetch.peek()) && !fetch.isBeyond()) {
      read.legacy(fetch.u8());
    }
    int next = fetch.peek();
    boolean vector = wide || fetch.peek(1) >= 0xC0;
    if (wide && next >>> 4 == 4) {
      read.rex(fetch.u8());
    } else if (vector && next == 0xC5) {
      fetch.u8();
      read.shortVex(fetch.u8());
    } else if (vector && next == 0xC4) {
      fetch.u8();
      read.longVex(fetch.u8(), fetch.u8());
    } else if (vector && next == 0x62) {
      fetch.u8();
      read.evex(fetch.u8(), fetch.u8(), fetch.u8());
    }
    return read;
  }

  boolean has(int prefix) {
    return legacy.contains(prefix);
  }

  /** Whether no instruction may begin so (SDM 2.3.2, 2.7.11). */
  boolean isContradictory() {
    return reserved || form != Form.LEGACY && (operandSize || repeat != 0 || has(LOCK));
  }

  private boolean isLegacy(int value) {
    return switch (value) {
      case OPERAND_SIZE, ADDRESS_SIZE, LOCK, REPEAT_NOT, REPEAT -> true;
      case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65 -> true;
      default -> false;
    };
  }

  private void legacy(int value) {
    legacy.add(value);
    switch (value) {
      case OPERAND_SIZE -> operandSize = true;
      case ADDRESS_SIZE -> addressSize = true;
      case REPEAT_NOT, REPEAT -> repeat = value;
      case LOCK -> {}
      default -> segment = value;
    }
  }

  private void rex(int value) {
    rex = true;
    w = (value & 8) != 0;
    r = (value & 4) << 1;
    x = (value & 2) << 2;
    b = (value & 1) << 3;
  }

  private void shortVex(int value) {
    form = Form.VEX;
    map = 1;
    r = wide ? ~value >>> 4 & 8 : 0;
    common(value);
  }

  private void longVex(int first, int second) {
    form = Form.VEX;
    map = first & 31;
    extensions(first);
    w = (second & 0x80) != 0;
    common(second);
  }

  private void common(int value) {
    v = ~value >>> 3 & (wide ? 15 : 7);
    l = value >>> 2 & 1;
    mandatory = MANDATORY[value & 3];
  }

  private void extensions(int value) {
    if (wide) {
      r = ~value >>> 4 & 8;
      x = ~value >>> 3 & 8;
      b = ~value >>> 2 & 8;
    }
  }

  private void evex(int first, int second, int third) {
    form = Form.EVEX;
    reserved = (first & 8) != 0 || (second & 4) == 0;
    map = first & 7;
    extensions(first);
    w = (second & 0x80) != 0;
    v = ~second >>> 3 & (wide ? 15 : 7);
    if (wide) {
      r |= ~first & 16;
      v |= ~third << 1 & 16;
    }
    mandatory = MANDATORY[second & 3];
    mask = third & 7;
    zeroing = (third & 0x80) != 0;
    extra = (third & 0x10) != 0;
    l = third >>> 5 & 3;
  }
}
