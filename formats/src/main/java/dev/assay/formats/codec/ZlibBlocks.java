package dev.assay.formats.codec;

import dev.assay.formats.Malformed;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Blocks of deflate, as a zlib stream (RFC 1950) or without a frame (RFC 1951). */
final class ZlibBlocks implements BlockCodec {
  private final ThreadLocal<Inflater> inflaters;

  private ZlibBlocks(boolean bare) {
    this.inflaters = ThreadLocal.withInitial(() -> new Inflater(bare));
  }

  static ZlibBlocks framed() {
    return new ZlibBlocks(false);
  }

  static ZlibBlocks bare() {
    return new ZlibBlocks(true);
  }

  @Override
  public int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    Inflater inflater = inflaters.get();
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

  @Override
  public int end(byte[] in, int at, int length, int room) {
    decompress(in, at, length, new byte[room], 0, room);
    return (int) inflaters.get().getBytesRead();
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
