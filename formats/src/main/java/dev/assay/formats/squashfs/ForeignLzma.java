package dev.assay.formats.squashfs;

import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodec;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.tukaani.xz.LZMAInputStream;

/**
 * LZMA with a header of another length, or none. Blocks say neither their size nor their end, so
 * decoding goes on until there is no more room or no more input.
 *
 * @param header bytes to pass
 * @param properties lc + 9 (lp + 5 pb), or negative where the first byte of the header tells
 */
record ForeignLzma(int header, int properties) implements BlockCodec {
  private static final int SMALLEST_DICTIONARY = 4096;
  private static final int MOST_PROPERTIES = 225;

  static ForeignLzma ownProperties(int header) {
    return new ForeignLzma(header, -1);
  }

  @Override
  public int decompress(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    int stated = properties >= 0 ? properties : length > 0 ? in[at] & 0xFF : MOST_PROPERTIES;
    // The coder's first byte is always 0.
    if (length <= header || in[at + header] != 0 || stated >= MOST_PROPERTIES) {
      throw damaged("is no LZMA behind " + header + " bytes");
    }
    try (LZMAInputStream stream = open(in, at, length, stated, room)) {
      return stream.readNBytes(out, outAt, room);
    } catch (EOFException end) {
      return byBytes(in, at, length, stated, out, outAt, room);
    } catch (IOException | RuntimeException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private LZMAInputStream open(byte[] in, int at, int length, int stated, int room)
      throws IOException {
    ByteArrayInputStream data = new ByteArrayInputStream(in, at + header, length - header);
    // Nothing refers back further than the content is long.
    int dictionary = Math.max(SMALLEST_DICTIONARY, room);
    return new LZMAInputStream(data, -1, (byte) stated, dictionary);
  }

  /** What the library decodes in the call in which the input ends is lost: so calls are short. */
  private int byBytes(byte[] in, int at, int length, int stated, byte[] out, int outAt, int room) {
    int done = 0;
    try (LZMAInputStream stream = open(in, at, length, stated, room)) {
      while (done < room && stream.read(out, outAt + done, 1) == 1) {
        done++;
      }
    } catch (EOFException end) {
      return done;
    } catch (IOException | RuntimeException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
    return done;
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
