package dev.assay.formats.dwarf;

import dev.assay.formats.Malformed;
import java.util.List;

/**
 * Pointers as call frames and exception tables hold them (LSB Core 5.0, 10.5.1): the lower four
 * bits of the encoding say how long, the next three what it is counted from.
 *
 * @param addressSize in bytes
 * @param address of the section
 * @param dataBase what data-relative pointers count from
 */
record EncodedPointer(int addressSize, long address, long dataBase) {
  static final int OMITTED = 0xFF;
  private static final int PC_RELATIVE = 0x10;
  private static final int DATA_RELATIVE = 0x30;
  private static final List<String> FORMATS =
      List.of(
          "absptr", "uleb128", "udata2", "udata4", "udata8", "", "", "", "signed", "sleb128",
          "sdata2", "sdata4", "sdata8", "", "", "");
  private static final List<String> BASES =
      List.of("", "pcrel ", "textrel ", "datarel ", "funcrel ", "aligned ", "", "");

  /** In words; the number where there are none. */
  static String name(int encoding) {
    if (encoding == OMITTED) {
      return "omit";
    }
    String format = FORMATS.get(encoding & 15);
    return format.isEmpty()
        ? "0x" + Integer.toHexString(encoding)
        : ((encoding & 0x80) != 0 ? "indirect " : "") + BASES.get(encoding >> 4 & 7) + format;
  }

  /**
   * The address that is meant, or where it stands.
   *
   * @throws Malformed {@code dwarf.pointer} where the encoding is none
   */
  long read(Cursor in, int encoding) {
    int at = in.at();
    long value = length(in, encoding);
    if (value == 0) {
      return 0;
    }
    long base =
        switch (encoding & 0x70) {
          case PC_RELATIVE -> address + at;
          case DATA_RELATIVE -> dataBase;
          default -> 0;
        };
    return within(base + value);
  }

  private long within(long value) {
    return addressSize == 4 ? value & 0xFFFF_FFFFL : value;
  }

  /** The number without what it is counted from. */
  long length(Cursor in, int encoding) {
    return switch (encoding & 15) {
      case 0 -> in.number(addressSize);
      case 1 -> in.uleb();
      case 2 -> in.u16();
      case 3 -> in.u32();
      case 4, 12 -> in.i64();
      case 8 -> in.signed(addressSize);
      case 9 -> in.sleb();
      case 10 -> in.signed(2);
      case 11 -> in.signed(4);
      default ->
          throw new Malformed(
              "dwarf.pointer", in.at(), "a pointer of encoding 0x" + Integer.toHexString(encoding));
    };
  }
}
