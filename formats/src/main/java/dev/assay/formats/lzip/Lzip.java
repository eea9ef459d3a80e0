package dev.assay.formats.lzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.tukaani.xz.LZMAInputStream;

/** Reads lzip. */
public final class Lzip implements Encoding, Carvable {
  private static final String MAGIC = "LZIP\1";
  private static final int HEADER = 6;
  private static final int TRAILER = 20;

  /** lc 3, lp 0, pb 2. */
  private static final byte PROPERTIES = 0x5D;

  private static final int LARGEST_DICTIONARY = 128 << 20;

  /** Sizes of dictionaries are 2¹² to 2²⁹ bytes. */
  private static final int LEAST_LOG = 12;

  private static final int MOST_LOG = 29;

  @Override
  public String type() {
    return "application/x-lzip";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < HEADER + TRAILER) {
      return false;
    }
    int log = content.block(HEADER - 1, 1).u8(0) & 0x1F;
    return log >= LEAST_LOG && log <= MOST_LOG;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("lzip", memory, content.size(), -1);
    long end = 0;
    do {
      end = member(content, end, decoding);
    } while (!decoding.isStopped() && recognises(content.from(end)));
    return decoding.finish(end);
  }

  /** Decodes the member at an offset; gives its end. */
  private static long member(Bytes content, long start, Decoding decoding) {
    int dictionary = dictionary(content.block(start + HEADER - 1, 1).u8(0));
    if (dictionary > LARGEST_DICTIONARY) {
      decoding.stop(
          "memory-limit", start + HEADER - 1, "a dictionary of " + dictionary + " bytes; not read");
      return start;
    }
    long before = decoding.size();
    BytesStream source = new BytesStream(content, start + HEADER);
    try {
      LZMAInputStream lzma = new LZMAInputStream(source, -1, PROPERTIES, dictionary);
      CheckedInputStream checked = new CheckedInputStream(lzma, new CRC32());
      if (decoding.drain(checked, source)) {
        check(content, start, source.position(), checked, decoding.size() - before, decoding);
      }
    } catch (IOException damage) {
      decoding.damaged(source.isExhausted() ? new EOFException() : damage, start);
    }
    return source.position() + TRAILER;
  }

  private static void check(
      Bytes content,
      long start,
      long at,
      CheckedInputStream decoded,
      long size,
      Decoding decoding) {
    if (content.size() - at < TRAILER) {
      decoding.damaged(new EOFException(), at);
      return;
    }
    Block trailer = content.block(at, TRAILER);
    if (trailer.u32le(0) != decoded.getChecksum().getValue()) {
      decoding.problem("checksum", at, "the CRC-32 of the content is another");
    }
    if (trailer.i64le(4) != size || trailer.i64le(12) != at + TRAILER - start) {
      decoding.problem("size", at + 4, "the sizes of content and member are others");
    }
  }

  /** RFC draft-diaz-lzip §2: 2ⁿ less none to seven sixteenths of it. */
  private static int dictionary(int coded) {
    int whole = 1 << (coded & 0x1F);
    return whole - (whole >> 4) * (coded >> 5);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }
}
