package dev.assay.compare.normal;

import dev.assay.formats.Bytes;

/** romfs: its writer puts the time into the volume's name; the checksum follows from that. */
final class RomFsNormal extends MaskedNormal {
  private static final int NAME_AT = 16;

  /** "rom " and seconds since 1970 as eight hexadecimal digits, padded with NUL to 16 bytes. */
  private static final String BY_TIME = "rom [0-9a-f]{8}\0{4}";

  RomFsNormal() {
    super("application/vnd.linux.romfs", "romfs");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    fields.id(12, 4);
    if (content.block(NAME_AT, 16).latin1(0, 16).matches(BY_TIME)) {
      fields.time(NAME_AT + 4, 8);
    }
  }
}
