package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;
import java.util.Map;
import java.util.SortedMap;

/** The content of one file: its data nodes, holes between them. */
final class UbifsContent implements Content {
  private static final int DATA_AT = 48;
  private static final BlockCodec LZO = BlockCodecs.lzo();
  private static final BlockCodec DEFLATE = BlockCodecs.deflate();
  private static final BlockCodec ZSTD = BlockCodecs.zstd();

  private final Bytes volume;
  private final SortedMap<Integer, Long> blocks;
  private final long size;

  UbifsContent(Bytes volume, SortedMap<Integer, Long> blocks, long size) {
    this.volume = volume;
    this.blocks = blocks;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Bytes open(Memory memory) {
    long stored = Math.min((long) blocks.size() * UbifsFiles.BLOCK, volume.size());
    Sink sink = memory.sink(stored, Math.min(size, (long) blocks.size() * UbifsFiles.BLOCK));
    byte[] buffer = new byte[UbifsFiles.BLOCK];
    try {
      for (Map.Entry<Integer, Long> block : blocks.entrySet()) {
        long start = (long) block.getKey() * UbifsFiles.BLOCK;
        if (start >= size) {
          break;
        }
        sink.zeros(start - sink.size());
        int length = decompressed(block.getValue(), buffer);
        sink.write(buffer, 0, (int) Math.min(length, size - start));
      }
      sink.zeros(size - sink.size());
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private int decompressed(long at, byte[] buffer) {
    Block node = UbifsNode.at(volume, at, UbifsNode.DATA, DATA_AT).block();
    long wanted = node.u32le(40);
    if (wanted > buffer.length) {
      throw new Malformed(
          "ubifs.data", at, "block of " + wanted + " bytes; at most " + buffer.length);
    }
    int stored = node.size() - DATA_AT;
    int compression = node.u16le(44);
    if (compression == 0) {
      if (stored < wanted) {
        throw new Malformed("ubifs.data", at, "block has " + stored + " bytes, expected " + wanted);
      }
      System.arraycopy(node.array(), node.arrayOffset() + DATA_AT, buffer, 0, (int) wanted);
      return (int) wanted;
    }
    BlockCodec codec =
        switch (compression) {
          case 1 -> LZO;
          case 2 -> DEFLATE;
          case 3 -> ZSTD;
          default ->
              throw new Malformed(
                  "ubifs.compression", at, "compression " + compression + " is not known");
        };
    int done = decompress(codec, node, stored, buffer, at);
    if (done != wanted) {
      throw new Malformed("ubifs.data", at, "block has " + done + " bytes, expected " + wanted);
    }
    return done;
  }

  private static int decompress(BlockCodec codec, Block node, int stored, byte[] buffer, long at) {
    try {
      return codec.decompress(
          node.array(), node.arrayOffset() + DATA_AT, stored, buffer, 0, buffer.length);
    } catch (Malformed damaged) {
      throw new Malformed("ubifs.data", at, String.valueOf(damaged.getMessage()));
    }
  }
}
