package dev.assay.formats.rar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import java.util.Locale;

/**
 * The content of one member.
 *
 * @param data as far as they are there
 * @param at their offset
 */
record RarContent(Bytes data, long at, RarMember member) implements Content {
  @Override
  public long size() {
    return member.size();
  }

  @Override
  public Bytes open(Memory memory) {
    if (member.encrypted()) {
      throw new Malformed("rar.encrypted", at, "the member is encrypted");
    }
    if (!member.stored()) {
      throw new Malformed(
          "rar.unsupported",
          at,
          "compressed by RAR's own method, which is not published; not read");
    }
    int crc = Sums.crc32(data);
    // Of a part, the checksum may be of the part or of the whole.
    if (member.crc().isPresent() && !member.parted() && crc != member.crc().getAsInt()) {
      String message =
          String.format(
              Locale.ROOT,
              "CRC-32 is %08x, computed %08x; kept anyway",
              member.crc().getAsInt(),
              crc);
      throw new Partial(data, new Malformed("rar.crc", at, message));
    }
    return data;
  }
}
