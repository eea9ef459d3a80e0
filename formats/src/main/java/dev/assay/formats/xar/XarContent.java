package dev.assay.formats.xar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.bzip2.Bzip2;
import dev.assay.formats.lzma.LzmaAlone;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.xz.Xz;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * The content of one file.
 *
 * @param encoding as the table names it
 */
record XarContent(Bytes stored, String encoding, long size) implements Content {
  private static final int STEP = 8 << 10;

  @Override
  public Bytes open(Memory memory) {
    return switch (encoding) {
      case "application/octet-stream" -> stored;
      case "application/x-gzip" -> inflated(memory);
      case "application/x-bzip2" -> decoded(new Bzip2(), memory);
      case "application/x-xz" -> decoded(new Xz(), memory);
      case "application/x-lzma" -> decoded(new LzmaAlone(), memory);
      default -> throw new Malformed("xar.encoding", -1, "encoded as `" + encoding + "`");
    };
  }

  private Bytes decoded(Encoding format, Memory memory) {
    Encoding.Decoded decoded = format.decode(stored, memory);
    if (!decoded.problems().isEmpty()) {
      var first = decoded.problems().getFirst();
      throw new Partial(
          decoded.bytes(), new Malformed(first.code(), first.offset(), first.message()));
    }
    return decoded.bytes();
  }

  /** What the table calls gzip is a zlib stream. */
  private Bytes inflated(Memory memory) {
    Sink sink = memory.sink(stored.size(), size);
    byte[] step = new byte[STEP];
    try (InputStream in = new InflaterInputStream(new BytesStream(stored, 0))) {
      for (int read = in.read(step); read >= 0; read = in.read(step)) {
        sink.write(step, 0, read);
      }
    } catch (IOException damage) {
      throw new Partial(
          sink.toBytes(), new Malformed("xar.data", -1, String.valueOf(damage.getMessage())));
    } catch (Malformed limit) {
      throw new Partial(sink.toBytes(), limit);
    }
    // A stream that asks for a dictionary ends where it begins.
    if (sink.size() < size) {
      String message = "announces " + size + " bytes, gives " + sink.size();
      throw new Partial(sink.toBytes(), new Malformed("xar.data", -1, message));
    }
    return sink.toBytes();
  }
}
