package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;
import java.util.Optional;

/**
 * How a file is compressed: zlib streams of a block each, behind a table of where they begin and
 * the last ends; one without bytes is zeros.
 *
 * @param header bytes before the table
 * @param blockSize decompressed, in bytes
 * @param size decompressed, in bytes
 */
record Zisofs(int header, int blockSize, long size) {
  private static final BlockCodec ZLIB = BlockCodecs.zlib();

  static Optional<Zisofs> of(Block field) {
    boolean known =
        field.size() >= 16
            && field.latin1(4, 2).equals("pz")
            && field.u8(7) >= 15
            && field.u8(7) <= 17;
    return known
        ? Optional.of(new Zisofs(field.u8(6) * 4, 1 << field.u8(7), field.u32le(8)))
        : Optional.empty();
  }

  Content content(Bytes stored) {
    return new Content() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public Bytes open(Memory memory) {
        return decompressed(stored, memory);
      }
    };
  }

  private Bytes decompressed(Bytes stored, Memory memory) {
    Sink sink = memory.sink(stored.size(), size);
    byte[] block = new byte[blockSize];
    try {
      for (long at = header; sink.size() < size; at += 4) {
        long start = stored.block(at, 4).u32le(0);
        long length = stored.block(at + 4, 4).u32le(0) - start;
        int wanted = (int) Math.min(blockSize, size - sink.size());
        if (length < 0 || length > 2L * blockSize) {
          throw new Malformed("iso.zisofs", at, "compressed block of " + length + " bytes");
        }
        if (length == 0) {
          sink.zeros(wanted);
          continue;
        }
        Block in = stored.block(start, (int) length);
        int done = ZLIB.decompress(in.array(), in.arrayOffset(), in.size(), block, 0, wanted);
        sink.write(block, 0, done);
        if (done < wanted) {
          throw new Malformed("iso.zisofs", at, "block of " + done + " bytes, not " + wanted);
        }
      }
    } catch (Malformed damaged) {
      throw new Content.Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }
}
