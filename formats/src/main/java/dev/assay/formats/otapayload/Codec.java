package dev.assay.formats.otapayload;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.BytesStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** Decodes the data of one operation. */
final class Codec {
  private static final int MEMORY_KIB = 144 << 10;

  private Codec() {}

  private interface Opener {
    InputStream open(InputStream source) throws IOException;
  }

  static byte[] bzip2(Bytes bytes, int room) {
    return decode(bytes, room, BZip2CompressorInputStream::new);
  }

  static byte[] xz(Bytes bytes, int room) {
    return decode(bytes, room, source -> new SingleXZInputStream(source, MEMORY_KIB));
  }

  private static byte[] decode(Bytes bytes, int room, Opener opener) {
    try (InputStream stream = opener.open(new BytesStream(bytes, 0))) {
      return stream.readNBytes(room);
    } catch (Malformed malformed) {
      throw malformed;
    } catch (IOException | RuntimeException damage) {
      // The libraries answer some damage with unchecked exceptions.
      throw new Malformed("payload.damaged", -1, "data of an operation cannot be decoded");
    }
  }
}
