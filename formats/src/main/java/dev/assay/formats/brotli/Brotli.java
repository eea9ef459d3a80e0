package dev.assay.formats.brotli;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.model.Problem;
import java.io.IOException;
import org.brotli.dec.BrotliInputStream;

/** Decodes Brotli. */
public final class Brotli {
  private Brotli() {}

  /**
   * @throws Malformed {@code brotli.damaged} or {@code brotli.truncated} where nothing could be
   *     decoded
   */
  public static Encoding.Decoded decode(Bytes packed, Memory memory) {
    Decoding decoding = new Decoding("brotli", memory, packed.size(), -1);
    BytesStream source = new BytesStream(packed, 0);
    try {
      decoding.drain(new BrotliInputStream(source), source);
    } catch (IOException | RuntimeException damage) {
      // The decoder reads the window's size when it is made.
      decoding.damaged(new IOException(damage), 0);
    }
    return decoding.finish(packed.size());
  }

  /** Content that is stored compressed. */
  public static Content content(Content packed) {
    return new Content() {
      @Override
      public long size() {
        return packed.size();
      }

      @Override
      public Bytes open(Memory memory) {
        Encoding.Decoded decoded = decode(packed.open(memory), memory);
        if (!decoded.problems().isEmpty()) {
          Problem first = decoded.problems().getFirst();
          throw new Partial(
              decoded.bytes(), new Malformed(first.code(), first.offset(), first.message()));
        }
        return decoded.bytes();
      }
    };
  }
}
