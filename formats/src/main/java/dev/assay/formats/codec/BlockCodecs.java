package dev.assay.formats.codec;

import dev.assay.formats.Malformed;
import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.lz4.Lz4Decompressor;
import io.airlift.compress.v3.lzo.LzoDecompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** The block codecs that file systems use. */
public final class BlockCodecs {
  /** A dictionary larger than any block that is compressed with it only costs memory. */
  private static final int XZ_MEMORY_KIB = 64 << 10;

  private BlockCodecs() {}

  /** zlib streams (RFC 1950). */
  public static BlockCodec zlib() {
    return (in, at, length, out, outAt, room) ->
        inflate(ZLIB.get(), in, at, length, out, outAt, room);
  }

  /** Deflate without a frame (RFC 1951). */
  public static BlockCodec deflate() {
    return (in, at, length, out, outAt, room) ->
        inflate(DEFLATE.get(), in, at, length, out, outAt, room);
  }

  public static BlockCodec zstd() {
    return perThread(ZstdDecompressor::create);
  }

  public static BlockCodec lz4() {
    return perThread(Lz4Decompressor::create);
  }

  public static BlockCodec lzo() {
    return perThread(LzoDecompressor::new);
  }

  public static BlockCodec xz() {
    return (in, at, length, out, outAt, room) ->
        drain(
            () -> new SingleXZInputStream(new ByteArrayInputStream(in, at, length), XZ_MEMORY_KIB),
            out,
            outAt,
            room);
  }

  /** LZMA with its 13-byte header. */
  public static BlockCodec lzma() {
    return (in, at, length, out, outAt, room) ->
        drain(
            () -> new LZMAInputStream(new ByteArrayInputStream(in, at, length), XZ_MEMORY_KIB),
            out,
            outAt,
            room);
  }

  /**
   * LZMA without header and end mark; the content is as long as there is room.
   *
   * @param properties lc + 9 (lp + 5 pb)
   * @param dictionary its size in bytes
   */
  public static BlockCodec rawLzma(int properties, int dictionary) {
    return (in, at, length, out, outAt, room) ->
        drain(
            () ->
                new LZMAInputStream(
                    new ByteArrayInputStream(in, at, length), room, (byte) properties, dictionary),
            out,
            outAt,
            room);
  }

  private static final ThreadLocal<Inflater> ZLIB = ThreadLocal.withInitial(Inflater::new);
  private static final ThreadLocal<Inflater> DEFLATE =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private static int inflate(
      Inflater inflater, byte[] in, int at, int length, byte[] out, int outAt, int room) {
    inflater.reset();
    inflater.setInput(in, at, length);
    int done = 0;
    try {
      while (done < room && !inflater.finished()) {
        int step = inflater.inflate(out, outAt + done, room - done);
        if (step == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw damaged("ends after " + done + " bytes");
        }
        done += step;
      }
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw damaged("is longer than the " + room + " bytes it may have");
      }
      return done;
    } catch (DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
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

  private interface Opener {
    InputStream open() throws IOException;
  }

  private static int drain(Opener opener, byte[] out, int outAt, int room) {
    try (InputStream stream = opener.open()) {
      int done = stream.readNBytes(out, outAt, room);
      if (done == room && stream.read() >= 0) {
        throw damaged("is longer than the " + room + " bytes it may have");
      }
      return done;
    } catch (IOException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
