package dev.assay.formats.compress;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/** Reads what compress(1) writes. */
public final class Compress implements Encoding {
  private static final int MEMORY_KIB = 4 << 10;
  private static final int LEAST_BITS = 9;
  private static final int MOST_BITS = 16;
  private static final int UNUSED_FLAGS = 0x60;
  private static final int PROBE = 64;

  @Override
  public String type() {
    return "application/x-compress";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, (byte) 0x1F, (byte) 0x9D)
        && content.size() > 4
        && isPlausible(content.block(2, 1).u8(0))
        && startsSoundly(content);
  }

  private static boolean isPlausible(int flags) {
    int bits = flags & 0x1F;
    return bits >= LEAST_BITS && bits <= MOST_BITS && (flags & UNUSED_FLAGS) == 0;
  }

  private static boolean startsSoundly(Bytes content) {
    try (InputStream probe = new ZCompressorInputStream(new BytesStream(content, 0), MEMORY_KIB)) {
      return probe.readNBytes(PROBE).length > 0;
    } catch (IOException | RuntimeException damage) {
      return false;
    }
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    if ((content.block(2, 1).u8(0) & 0x1F) == LEAST_BITS) {
      // compress writes codes of 10 bits then, which the library does not know.
      throw new Malformed("compress.bits", 2, "codes of at most 9 bits are not read");
    }
    Decoding decoding = new Decoding("compress", memory, content.size(), -1);
    BytesStream source = new BytesStream(content, 0);
    try {
      decoding.drain(new ZCompressorInputStream(source, MEMORY_KIB), source);
    } catch (IOException | RuntimeException damage) {
      decoding.damaged(damage, 0);
    }
    return decoding.finish(content.size());
  }
}
