package dev.assay.formats.arj;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.Lzh;
import dev.assay.formats.parts.Sums;
import java.util.Locale;

/** The content of one member. */
record ArjContent(Bytes stored, ArjHeader header) implements Content {
  private static final int FASTEST = 4;

  @Override
  public long size() {
    return header.size();
  }

  @Override
  public Bytes open(Memory memory) {
    if ((header.flags() & ArjHeader.ENCRYPTED) != 0) {
      throw new Malformed("arj.encrypted", header.dataAt(), "the member is encrypted");
    }
    Bytes content = header.method() == 0 ? stored : decompressed(memory);
    int crc = Sums.crc32(content);
    if (crc != header.crc()) {
      String message =
          String.format(
              Locale.ROOT, "CRC-32 is %08x, computed %08x; kept anyway", header.crc(), crc);
      throw new Partial(content, new Malformed("arj.crc", header.dataAt(), message));
    }
    return content;
  }

  private Bytes decompressed(Memory memory) {
    if (header.method() > FASTEST) {
      throw new Malformed("arj.method", header.dataAt(), "unknown method " + header.method());
    }
    Sink sink = memory.sink(stored.size(), header.size());
    try {
      if (header.method() == FASTEST) {
        Fastest.decompress(stored, header.size(), sink);
      } else {
        Lzh.decompress(stored, Lzh.Variant.LH7, header.size(), sink);
      }
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }
}
