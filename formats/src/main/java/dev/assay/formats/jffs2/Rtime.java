package dev.assay.formats.jffs2;

import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;

/**
 * rtime: each byte is followed by how many bytes to repeat from behind the place where that byte
 * stood last.
 */
final class Rtime implements BlockCodec {
  @Override
  public int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    int[] after = new int[256];
    int next = at;
    int done = 0;
    while (done < room) {
      if (next + 2 > at + length) {
        throw new Malformed("codec.damaged", -1, "rtime data end after " + done + " bytes");
      }
      int value = in[next] & 0xFF;
      int repeat = in[next + 1] & 0xFF;
      next += 2;
      out[outAt + done++] = (byte) value;
      int from = after[value];
      after[value] = done;
      if (repeat > room - done) {
        throw new Malformed("codec.damaged", -1, "rtime data hold more than " + room + " bytes");
      }
      // One by one: the source may be what is being written.
      for (int i = 0; i < repeat; i++) {
        out[outAt + done++] = out[outAt + from + i];
      }
    }
    return done;
  }
}
