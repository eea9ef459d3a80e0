package dev.assay.formats.rlazyload;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the objects of R's databases, one behind the other. */
public final class LazyLoad implements Encoding {
  private static final int SIZE = 4;
  private static final int ZLIB_HEADER = 2;
  private static final int ADLER = 4;
  private static final byte[] SERIALISED = {'X', '\n', 0, 0, 0};
  private static final int PEEKED = 512;

  @Override
  public String type() {
    return "application/x-r-lazyload";
  }

  /** Only where the first object begins as R serialises it. */
  @Override
  public boolean recognises(Bytes content) {
    return content.size() > SIZE + ZLIB_HEADER
        && isZlib(content, SIZE)
        && content.block(0, SIZE).u32be(0) > SERIALISED.length
        && Arrays.equals(start(content), SERIALISED);
  }

  private static boolean isZlib(Bytes content, long at) {
    Block header = content.block(at, ZLIB_HEADER);
    return header.u8(0) == 0x78 && header.u16be(0) % 31 == 0;
  }

  private static byte[] start(Bytes content) {
    Block stored = content.blockUpTo(SIZE, PEEKED);
    byte[] start = new byte[SERIALISED.length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(stored.array(), stored.arrayOffset(), stored.size());
      return Arrays.copyOf(start, inflater.inflate(start));
    } catch (DataFormatException damaged) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("rlazyload", memory, content.size(), -1);
    long at = 0;
    while (at < content.size() && !decoding.isStopped()) {
      at = object(content, at, decoding);
    }
    Decoded decoded = decoding.finish(content.size());
    return new Decoded(
        decoded.bytes(), decoded.consumed(), "application/x-r-data", decoded.problems());
  }

  /** Decodes one object; gives where the next one begins. */
  private static long object(Bytes content, long at, Decoding decoding) {
    if (content.size() - at < SIZE + ZLIB_HEADER) {
      decoding.stop("truncated", at, "ends in the head of an object");
      return content.size();
    }
    if (!isZlib(content, at + SIZE)) {
      decoding.stop("unsupported", at + SIZE, "no zlib stream; not read further");
      return content.size();
    }
    long size = content.block(at, SIZE).u32be(0);
    Deflate.End end = Deflate.inflate(content, at + SIZE + ZLIB_HEADER, decoding);
    if (end.complete() && end.size() != size) {
      String message = "an object of %d bytes has %d; content kept".formatted(size, end.size());
      decoding.problem("size", at, message);
    }
    if (end.complete() && content.size() - end.at() < ADLER) {
      decoding.stop("truncated", end.at(), "ends in the checksum of an object");
    }
    return end.at() + ADLER;
  }
}
