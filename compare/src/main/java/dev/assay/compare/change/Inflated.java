package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Small contents that are compressed inside of another. */
public final class Inflated {
  private Inflated() {}

  /**
   * What a stream at the start of others held.
   *
   * @param size of the stream
   */
  public record Head(byte[] bytes, long size) {}

  /**
   * @param raw whether the stream has no header of zlib
   * @param most bytes that it may have, compressed or not
   * @throws Malformed where it is damaged, larger, or not all of the bytes
   */
  public static byte[] of(Bytes stream, boolean raw, int most) {
    Head head = head(stream, raw, most);
    if (head.size() < stream.size()) {
      throw new Malformed("deflate.end", -1, "bytes behind the end of the stream");
    }
    return head.bytes();
  }

  /**
   * The same where others may follow.
   *
   * @throws Malformed where it is damaged or larger
   */
  public static Head head(Bytes stream, boolean raw, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 13];
    Inflater inflater = new Inflater(raw);
    try {
      inflater.setInput(stream.toArray(most));
      while (!inflater.finished()) {
        int more = inflater.inflate(step);
        out.write(step, 0, more);
        if (more == 0 && !inflater.finished() || out.size() > most) {
          throw new Malformed("deflate.end", -1, "a stream that does not end within its limits");
        }
      }
      return new Head(out.toByteArray(), inflater.getBytesRead());
    } catch (DataFormatException e) {
      throw new Malformed("deflate.damaged", -1, "the stream is damaged");
    } finally {
      inflater.end();
    }
  }
}
