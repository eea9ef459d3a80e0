package dev.assay.formats.codec;

import dev.assay.formats.Malformed;
import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import io.airlift.compress.v3.lzo.LzoDecompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.util.function.Supplier;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** The block codecs that file systems use. */
public final class BlockCodecs {
  /** A dictionary larger than any block that is compressed with it only costs memory. */
  private static final int XZ_MEMORY_KIB = 64 << 10;

  private static final BlockCodec ZLIB = ZlibBlocks.framed();
  private static final BlockCodec DEFLATE = ZlibBlocks.bare();

  private BlockCodecs() {}

  /** zlib streams (RFC 1950). */
  public static BlockCodec zlib() {
    return ZLIB;
  }

  /** Deflate without a frame (RFC 1951). */
  public static BlockCodec deflate() {
    return DEFLATE;
  }

  public static BlockCodec zstd() {
    BlockCodec frames = perThread(ZstdDecompressor::create);
    return new BlockCodec() {
      @Override
      public int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room) {
        return frames.decompress(in, at, length, out, outAt, room);
      }

      @Override
      public int end(byte[] in, int at, int length, int room) {
        return ZstdFrame.end(in, at, length);
      }
    };
  }

  public static BlockCodec lz4() {
    return perThread(Lz4Decompressor::create);
  }

  public static BlockCodec lzo() {
    return perThread(LzoDecompressor::new);
  }

  public static BlockCodec xz() {
    return new StreamBlocks((in, room) -> new SingleXZInputStream(in, XZ_MEMORY_KIB));
  }

  /** LZMA with its 13-byte header. */
  public static BlockCodec lzma() {
    return new StreamBlocks((in, room) -> new LZMAInputStream(in, XZ_MEMORY_KIB));
  }

  /**
   * LZMA without header and end mark; the content is as long as there is room.
   *
   * @param properties lc + 9 (lp + 5 pb)
   * @param dictionary its size in bytes
   */
  public static BlockCodec rawLzma(int properties, int dictionary) {
    return new StreamBlocks(
        (in, room) -> new LZMAInputStream(in, room, (byte) properties, dictionary));
  }

  private static BlockCodec perThread(Supplier<? extends Decompressor> maker) {
    ThreadLocal<Decompressor> decompressor = ThreadLocal.withInitial(maker);
    return (in, at, length, out, outAt, room) -> {
      try {
        return decompressor.get().decompress(in, at, length, out, outAt, room);
      } catch (RuntimeException e) {
        // The library throws exceptions of several kinds for damaged input.
        throw damaged(String.valueOf(e.getMessage()));
      }
    };
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
