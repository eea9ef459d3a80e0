package dev.assay.inspect.opaque;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Tells deflate streams (RFC 1951), which have no magic number, by decoding their start. */
final class Deflated {
  private static final int START = 64 << 10;
  private static final int MOST_OUTPUT = 4 << 20;

  private Deflated() {}

  /** Whether content begins with such a stream, with the header of zlib (RFC 1950) or without. */
  static boolean is(Bytes content) {
    Block start = content.head(START);
    return decodes(start, new Inflater(true)) || decodes(start, new Inflater(false));
  }

  /** Random bytes are refused within the first few hundred. */
  private static boolean decodes(Block start, Inflater inflater) {
    byte[] output = new byte[START];
    try {
      inflater.setInput(start.array(), start.arrayOffset(), start.size());
      while (!inflater.finished() && inflater.getBytesWritten() < MOST_OUTPUT) {
        if (inflater.inflate(output) == 0) {
          break;
        }
      }
      return inflater.getBytesRead() >= EntropyInspector.LEAST;
    } catch (DataFormatException refused) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
