package dev.assay.formats.macho;

import dev.assay.formats.Fields;

/**
 * One load command.
 *
 * @param kind {@code LC_*}
 * @param at offset in the program
 * @param fields of it, kind and size included
 */
public record LoadCommand(int kind, int at, Fields fields) {
  public static final int SEGMENT = 0x1;
  public static final int SYMBOLS = 0x2;
  public static final int LIBRARY = 0xC;
  public static final int LIBRARY_ID = 0xD;
  public static final int WEAK_LIBRARY = 0x8000_0018;
  public static final int REEXPORTED_LIBRARY = 0x8000_001F;
  public static final int SEGMENT_64 = 0x19;
  public static final int UUID = 0x1B;
  public static final int RUN_PATH = 0x8000_001C;
  public static final int SIGNATURE = 0x1D;
  public static final int MAIN = 0x8000_0028;
  public static final int BUILD_VERSION = 0x32;

  public int size() {
    return fields.block().size();
  }

  /** A text whose offset in the command stands in it. */
  public String text(int offsetAt) {
    int from = (int) Math.min(size(), fields.u32(offsetAt));
    return fields.block().cString(from, size());
  }
}
