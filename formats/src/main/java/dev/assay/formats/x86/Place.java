package dev.assay.formats.x86;

import java.util.List;

/**
 * The place in memory that ModR/M, SIB and displacement tell (SDM vol. 2, tables 2-1 to 2-3).
 *
 * @param base name of a register, or the two of 16-bit addresses; or empty
 * @param index number of the register that is scaled, or −1
 * @param scale 1, 2, 4 or 8
 * @param displacement bytes; of one byte, elements where EVEX multiplies it
 * @param width of the displacement in bytes
 * @param relative whether it counts from the end of the instruction
 */
record Place(String base, int index, int scale, long displacement, int width, boolean relative) {
  private static final List<String> PAIRS =
      List.of("bx+si", "bx+di", "bp+si", "bp+di", "si", "di", "bp", "bx");
  private static final int NO_INDEX = 4;

  static Place read(Fetch fetch, Prefixes prefixes, int modRm) {
    int size = Sizes.address(prefixes);
    int mod = modRm >>> 6;
    int rm = modRm & 7;
    if (size == 2) {
      boolean absolute = mod == 0 && rm == 6;
      int width = absolute || mod == 2 ? 2 : mod;
      return new Place(absolute ? "" : PAIRS.get(rm), -1, 1, signed(fetch, width), width, false);
    }
    int sib = rm == 4 ? fetch.u8() : -1;
    int base = sib < 0 ? rm : sib & 7;
    boolean none = mod == 0 && base == 5;
    int width = none || mod == 2 ? 4 : mod;
    int index = sib < 0 ? -1 : (sib >>> 3 & 7) + prefixes.x;
    return new Place(
        none ? "" : Registers.general(base + prefixes.b, size, true),
        index,
        sib < 0 ? 1 : 1 << (sib >>> 6),
        signed(fetch, width),
        width,
        none && sib < 0 && prefixes.wide);
  }

  private static long signed(Fetch fetch, int width) {
    return width == 0 ? 0 : fetch.signed(width);
  }

  /** {@code rax+rcx*4-0x8}; empty where there is nothing but the displacement. */
  String sum(Prefixes prefixes, int elements) {
    boolean none = index < 0 || index == NO_INDEX;
    return sum(none ? "" : Registers.general(index, Sizes.address(prefixes), true), elements);
  }

  /**
   * The same with a register of vectors as index.
   *
   * @param elements bytes that a displacement of one byte counts
   */
  String sum(String indexName, int elements) {
    StringBuilder text = new StringBuilder(base);
    if (!indexName.isEmpty()) {
      text.append(base.isEmpty() ? "" : "+").append(indexName).append('*').append(scale);
    }
    if (!text.isEmpty() && width > 0) {
      long distance = width == 1 ? displacement * elements : displacement;
      text.append(distance < 0 ? "-0x" : "+0x").append(Long.toHexString(Math.abs(distance)));
    }
    return text.toString();
  }
}
