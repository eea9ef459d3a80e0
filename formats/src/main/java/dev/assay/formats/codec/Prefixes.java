package dev.assay.formats.codec;

import dev.assay.formats.Malformed;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.LZMAInputStream;

/**
 * Codecs that stop when there is no more room, where {@link BlockCodecs} refuse a block that is
 * longer; what follows the block is not looked at.
 */
public final class Prefixes {
  private static final int SMALLEST_DICTIONARY = 4096;
  private static final ThreadLocal<Inflater> INFLATER =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private Prefixes() {}

  public static BlockCodec lz4() {
    return Lz4Prefix::decode;
  }

  /** Deflate without a frame (RFC 1951). */
  public static BlockCodec deflate() {
    return (in, at, length, out, outAt, room) -> {
      Inflater inflater = INFLATER.get();
      inflater.reset();
      inflater.setInput(in, at, length);
      int done = 0;
      try {
        while (done < room && !inflater.finished() && !inflater.needsDictionary()) {
          int step = inflater.inflate(out, outAt + done, room - done);
          if (step == 0 && inflater.needsInput()) {
            break;
          }
          done += step;
        }
        return done;
      } catch (DataFormatException e) {
        throw damaged(String.valueOf(e.getMessage()));
      }
    };
  }

  public static BlockCodec zstd() {
    return (in, at, length, out, outAt, room) ->
        read(
            () -> ZstdInputStream.create(new ByteArrayInputStream(in, at, length)),
            out,
            outAt,
            room);
  }

  /**
   * MicroLZMA, as xz calls it: LZMA without header whose first byte, always 0, holds the inverted
   * properties.
   */
  public static BlockCodec microLzma() {
    return (in, at, length, out, outAt, room) -> {
      if (length < 5) {
        throw damaged("of " + length + " bytes is no LZMA");
      }
      byte properties = (byte) ~in[at];
      byte[] stream = Arrays.copyOfRange(in, at, at + length);
      stream[0] = 0;
      // Nothing refers back further than the content is long.
      int dictionary = Math.max(SMALLEST_DICTIONARY, room);
      return read(
          () -> new LZMAInputStream(new ByteArrayInputStream(stream), -1, properties, dictionary),
          out,
          outAt,
          room);
    };
  }

  private interface Opener {
    InputStream open() throws IOException;
  }

  private static int read(Opener opener, byte[] out, int outAt, int room) {
    int done = 0;
    try (InputStream stream = opener.open()) {
      while (done < room) {
        int step = stream.read(out, outAt + done, room - done);
        if (step <= 0) {
          break;
        }
        done += step;
      }
      return done;
    } catch (IOException | RuntimeException e) {
      // The libraries throw exceptions of several kinds for damaged input, or what follows it.
      if (done == room) {
        return done;
      }
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
