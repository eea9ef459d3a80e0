package dev.assay.formats.zlib;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads zlib. */
public final class Zlib implements Encoding {
  private static final int HEADER = 2;
  private static final int TRAILER = 4;
  private static final int DEFLATE = 8;
  private static final int LARGEST_WINDOW = 7;
  private static final int DICTIONARY = 0x20;

  /**
   * Bytes of a stream that are decoded before it is believed; chance fails within a few hundred.
   */
  private static final int PROBE = 4 << 10;

  @Override
  public String type() {
    return "application/zlib";
  }

  @Override
  public boolean recognises(Bytes content) {
    return hasHeader(content) && startsSoundly(content.head(PROBE));
  }

  private static boolean hasHeader(Bytes content) {
    if (content.size() <= HEADER + TRAILER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    int first = header.u8(0);
    return (first & 0xF) == DEFLATE
        && first >> 4 <= LARGEST_WINDOW
        && header.u16be(0) % 31 == 0
        && (header.u8(1) & DICTIONARY) == 0;
  }

  /** Takes a stream to its end, whose checksum is right, or a whole probe. */
  private static boolean startsSoundly(Block start) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(start.array(), start.arrayOffset(), start.size());
      byte[] step = new byte[PROBE];
      while (!inflater.finished() && !inflater.needsInput()) {
        inflater.inflate(step);
      }
      return inflater.finished() ? inflater.getBytesWritten() > 0 : start.size() == PROBE;
    } catch (DataFormatException chance) {
      return false;
    } finally {
      inflater.end();
    }
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("zlib", memory, content.size(), -1);
    Deflate.End end = Deflate.inflate(content, HEADER, decoding, new Adler32());
    if (!end.complete()) {
      return decoding.finish(end.at());
    }
    if (content.size() - end.at() < TRAILER) {
      decoding.stop("truncated", end.at(), "ends in the checksum, which could not be checked");
      return decoding.finish(content.size());
    }
    int told = content.block(end.at(), TRAILER).i32be(0);
    if (told != end.sum()) {
      decoding.problem(
          "adler",
          end.at(),
          "Adler-32 is " + hex(told) + ", computed " + hex(end.sum()) + "; content kept");
    }
    return decoding.finish(end.at() + TRAILER);
  }

  private static String hex(int value) {
    return HexFormat.of().toHexDigits(value);
  }
}
