package dev.assay.formats.codec;

import dev.assay.formats.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Blocks that are streams of their own, and end where these do. */
final class StreamBlocks implements BlockCodec {
  private final Opener opener;

  /** Opens the stream that decompresses another. */
  interface Opener {
    /**
     * @param room most bytes that are wanted
     */
    InputStream open(InputStream compressed, int room) throws IOException;
  }

  StreamBlocks(Opener opener) {
    this.opener = opener;
  }

  @Override
  public int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    return drain(new ByteArrayInputStream(in, at, length), out, outAt, room);
  }

  @Override
  public int end(byte[] in, int at, int length, int room) {
    ByteArrayInputStream compressed = new ByteArrayInputStream(in, at, length);
    drain(compressed, new byte[room], 0, room);
    return length - compressed.available();
  }

  private int drain(InputStream compressed, byte[] out, int outAt, int room) {
    try (InputStream stream = opener.open(compressed, room)) {
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
