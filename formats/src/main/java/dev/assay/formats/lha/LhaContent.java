package dev.assay.formats.lha;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.Crc16;
import dev.assay.formats.codec.Lzh;
import dev.assay.formats.codec.Lzhuf;
import java.util.Locale;
import java.util.function.Consumer;

/** The content of one member. */
record LhaContent(Bytes stored, LhaHeader header) implements Content {
  @Override
  public long size() {
    return header.size();
  }

  @Override
  public Bytes open(Memory memory) {
    Bytes content =
        switch (header.method()) {
          case "lh0", "lz4" -> stored;
          case "lh1" -> decompressed(memory, sink -> Lzhuf.decompress(stored, size(), sink));
          case "lh4" -> decompressed(Lzh.Variant.LH4, memory);
          case "lh5" -> decompressed(Lzh.Variant.LH5, memory);
          case "lh6" -> decompressed(Lzh.Variant.LH6, memory);
          case "lh7" -> decompressed(Lzh.Variant.LH7, memory);
          default ->
              throw new Malformed(
                  "lha.unsupported",
                  header.dataAt(),
                  "compressed with " + header.method() + ", which is not read");
        };
    int crc = Crc16.of(content);
    if (crc != header.crc()) {
      String message =
          String.format(
              Locale.ROOT, "CRC-16 is %04x, computed %04x; kept anyway", header.crc(), crc);
      throw new Partial(content, new Malformed("lha.crc", header.dataAt(), message));
    }
    return content;
  }

  private Bytes decompressed(Lzh.Variant variant, Memory memory) {
    return decompressed(memory, sink -> Lzh.decompress(stored, variant, size(), sink));
  }

  private Bytes decompressed(Memory memory, Consumer<Sink> decompressor) {
    Sink sink = memory.sink(stored.size(), header.size());
    try {
      decompressor.accept(sink);
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }
}
