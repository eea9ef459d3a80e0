package dev.assay.formats.jffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;

/** The compressions of data nodes, by number. */
final class JffsCodecs {
  static final int ZEROS = 1;

  private static final BlockCodec STORED =
      (in, at, length, out, outAt, room) -> {
        int count = Math.min(length, room);
        System.arraycopy(in, at, out, outAt, count);
        return count;
      };

  private static final BlockCodec RTIME = new Rtime();
  private static final BlockCodec RUBIN_MIPS = Rubin.mips();
  private static final BlockCodec DYNAMIC_RUBIN = Rubin.dynamic();
  private static final BlockCodec ZLIB = BlockCodecs.zlib();
  private static final BlockCodec LZO = BlockCodecs.lzo();

  /** As patched into Linux by OpenWrt: lc, lp and pb 0, no header. */
  private static final BlockCodec LZMA = BlockCodecs.rawLzma(0, 0x2000);

  private JffsCodecs() {}

  /** Fills {@code out}; returns how much of it. */
  static int decompress(JffsContent.Node node, Block in, byte[] out) {
    BlockCodec codec = codec(node);
    try {
      return codec.decompress(in.array(), in.arrayOffset(), in.size(), out, 0, out.length);
    } catch (Malformed damaged) {
      throw new Malformed("jffs2.data", node.at(), String.valueOf(damaged.getMessage()));
    }
  }

  private static BlockCodec codec(JffsContent.Node node) {
    return switch (node.compression()) {
      case 0, 4 -> STORED;
      case 2 -> RTIME;
      case 3 -> RUBIN_MIPS;
      case 5 -> DYNAMIC_RUBIN;
      case 6 -> ZLIB;
      case 7 -> LZO;
      case 8 -> LZMA;
      default ->
          throw new Malformed(
              "jffs2.compression",
              node.at(),
              "compression " + node.compression() + " is not known; the data are not read");
    };
  }
}
