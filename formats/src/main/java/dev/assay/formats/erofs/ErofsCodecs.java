package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.Prefixes;

/** The compressions of extents, by number. */
final class ErofsCodecs {
  private static final BlockCodec LZ4 = Prefixes.lz4();
  private static final BlockCodec LZMA = Prefixes.microLzma();
  private static final BlockCodec DEFLATE = Prefixes.deflate();
  private static final BlockCodec ZSTD = Prefixes.zstd();

  private ErofsCodecs() {}

  /** The first {@code length} bytes of content; an extent that is shared may have more. */
  static int decompress(int algorithm, Block in, byte[] out, int length, long at) {
    BlockCodec codec =
        switch (algorithm) {
          case 0 -> LZ4;
          case 1 -> LZMA;
          case 2 -> DEFLATE;
          case 3 -> ZSTD;
          default ->
              throw new Malformed(
                  "erofs.compression", at, "compression " + algorithm + " is not known");
        };
    try {
      return codec.decompress(in.array(), in.arrayOffset(), in.size(), out, 0, length);
    } catch (Malformed damaged) {
      throw new Malformed("erofs.extent", at, String.valueOf(damaged.getMessage()));
    }
  }
}
