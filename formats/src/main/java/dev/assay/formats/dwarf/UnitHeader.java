package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;

/**
 * What a unit says of itself (DWARF 5, 7.5.1).
 *
 * @param at offset in the section
 * @param end behind it
 * @param entriesAt offset of its first entry
 * @param kind DW_UT_*; 0 before version 5
 * @param signature of a type unit, or of a split one; else 0
 */
record UnitHeader(
    long at,
    long end,
    long entriesAt,
    int version,
    int kind,
    int offsetSize,
    int addressSize,
    long abbreviationsAt,
    long signature) {
  private static final int TYPE = 2;
  private static final int SKELETON = 4;
  private static final int SPLIT_COMPILE = 5;
  private static final int SPLIT_TYPE = 6;
  private static final int OLDEST = 2;
  private static final int NEWEST = 5;

  /**
   * @param types whether the section is {@code .debug_types}, which version 4 has
   */
  static UnitHeader read(Cursor in, boolean types) {
    long at = in.at();
    Cursor.Extent extent = in.extent();
    int size = extent.offsetSize();
    int behind = in.at();
    in.skip(extent.length());
    long end = in.at();
    in.moveTo(behind);
    int version = in.u16();
    if (version < OLDEST || version > NEWEST) {
      throw new Malformed("dwarf.version", at, "a unit of version " + version);
    }
    int kind = version >= NEWEST ? in.u8() : 0;
    int addressSize = version >= NEWEST ? in.u8() : 0;
    long abbreviations = in.number(size);
    if (version < NEWEST) {
      addressSize = in.u8();
    }
    if (addressSize != 2 && addressSize != 4 && addressSize != 8) {
      throw new Malformed("dwarf.address-size", at, "addresses of " + addressSize + " bytes");
    }
    long signature = 0;
    boolean type = types || kind == TYPE || kind == SPLIT_TYPE;
    if (type || kind == SKELETON || kind == SPLIT_COMPILE) {
      signature = in.i64();
    }
    if (type) {
      in.number(size); // where the type is in the unit
    }
    return new UnitHeader(
        at, end, in.at(), version, kind, size, addressSize, abbreviations, signature);
  }
}
