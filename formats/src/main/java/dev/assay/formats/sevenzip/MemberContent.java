package dev.assay.formats.sevenzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import java.util.HexFormat;

/** A part of a folder that is held against its checksum. */
record MemberContent(Content stored, Streams.Sum sum) implements Content {
  @Override
  public long size() {
    return stored.size();
  }

  @Override
  public Bytes open(Memory memory) {
    Bytes bytes = stored.open(memory);
    int computed = sum.told() ? Sums.crc32(bytes) : 0;
    if (sum.told() && computed != sum.crc()) {
      HexFormat hex = HexFormat.of();
      String message =
          "CRC is %s, computed %s; content kept"
              .formatted(hex.toHexDigits(sum.crc()), hex.toHexDigits(computed));
      throw new Partial(bytes, new Malformed("7z.crc", -1, message));
    }
    return bytes;
  }
}
