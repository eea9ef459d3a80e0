package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.Ppmd;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate.DeflateCompressorInputStream;
import org.apache.commons.compress.compressors.deflate.DeflateParameters;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.ARM64Options;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.RISCVOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.X86Options;

/** How a coder decompresses (7-Zip, DOC/Methods.txt). */
final class Method {
  static final long LZMA = 0x030101;
  static final long LZMA2 = 0x21;
  static final long BCJ2 = 0x0303011B;
  static final long PPMD = 0x030401;
  static final long AES = 0x06F10701;

  private static final int SMALLEST_DICTIONARY = 4 << 10;
  private static final int MOST_KIB = 128 << 10;

  private static final Map<Long, String> UNREAD =
      Map.of(
          0x020302L, "Swap2",
          0x020304L, "Swap4",
          0x04F71102L, "Brotli",
          0x04F71104L, "LZ4",
          0x04F71105L, "LZ5",
          0x04F71106L, "Lizard");

  private Method() {}

  /**
   * What a coder makes of its input.
   *
   * @param size bytes that it is to give; a dictionary need not be larger
   * @throws Malformed {@code 7z.encrypted} or {@code 7z.unsupported} where that is not read
   */
  static InputStream open(Coder coder, List<InputStream> inputs, long size) throws IOException {
    InputStream in = inputs.getFirst();
    if (inputs.size() != (coder.method() == BCJ2 ? 4 : 1)) {
      throw new IOException("a coder of " + inputs.size() + " streams");
    }
    if (coder.method() != (int) coder.method()) {
      throw unsupported(coder.method());
    }
    return switch ((int) coder.method()) {
      case 0 -> in;
      case 3 -> filter(new DeltaOptions(byteAt(coder) + 1), in);
      case 4, 0x03030103 -> filter(new X86Options(), in);
      case 5, 0x03030205 -> filter(new PowerPCOptions(), in);
      case 6, 0x03030401 -> filter(new IA64Options(), in);
      case 7, 0x03030501 -> filter(new ARMOptions(), in);
      case 8, 0x03030701 -> filter(new ARMThumbOptions(), in);
      case 9, 0x03030805 -> filter(new SPARCOptions(), in);
      case 0x0A -> arm64(coder.properties(), in);
      case 0x0B -> filter(new RISCVOptions(), in);
      case (int) LZMA2 -> new LZMA2InputStream(in, dictionary(coder, size));
      case (int) LZMA -> lzma(coder, in, size);
      case (int) BCJ2 ->
          new Bcj2Stream(inputs.get(0), inputs.get(1), inputs.get(2), inputs.get(3), size);
      case (int) PPMD -> ppmd(coder, in, size);
      case 0x040108 -> deflate(in);
      case 0x040109 -> new Deflate64CompressorInputStream(in);
      case 0x040202 -> new BZip2CompressorInputStream(in, true);
      case 0x04F71101 -> new ZstdInputStream(in);
      case (int) AES -> throw new Malformed("7z.encrypted", -1, "encrypted with AES");
      default -> throw unsupported(coder.method());
    };
  }

  /** Some writers mark the end although the size is known; a checksum follows in any case. */
  private static InputStream lzma(Coder coder, InputStream in, long size) throws IOException {
    LZMAInputStream lzma =
        new LZMAInputStream(in, size, (byte) byteAt(coder), dictionary(coder, size));
    lzma.enableRelaxedEndCondition();
    return lzma;
  }

  private static Malformed unsupported(long method) {
    String name = UNREAD.getOrDefault(method, "method " + Long.toHexString(method));
    return new Malformed("7z.unsupported", -1, "compressed with " + name + ", which is not read");
  }

  private static InputStream filter(FilterOptions options, InputStream in) throws IOException {
    return options.getInputStream(in, ArrayCache.getDummyCache());
  }

  /** The only filter whose start is told. */
  private static InputStream arm64(Block properties, InputStream in) throws IOException {
    ARM64Options options = new ARM64Options();
    if (properties.size() == 4) {
      options.setStartOffset(properties.i32le(0));
    }
    return filter(options, in);
  }

  private static InputStream deflate(InputStream in) {
    DeflateParameters raw = new DeflateParameters();
    raw.setWithZlibHeader(false);
    return new DeflateCompressorInputStream(in, raw);
  }

  private static int dictionary(Coder coder, long size) throws IOException {
    long wanted = Math.max(SMALLEST_DICTIONARY, Math.min(coder.dictionary(), size));
    if (wanted >> 10 > MOST_KIB) {
      throw new MemoryLimitException((int) (wanted >> 10), MOST_KIB);
    }
    return (int) wanted;
  }

  /** The order, u8, and the bytes of the model, u32. */
  private static InputStream ppmd(Coder coder, InputStream in, long size) throws IOException {
    int order = byteAt(coder);
    long memory = coder.dictionary();
    if (memory > Ppmd.MOST_MEMORY) {
      throw new MemoryLimitException((int) (memory >> 10), Ppmd.MOST_MEMORY >> 10);
    }
    return new Ppmd(in, order, (int) memory, size);
  }

  private static int byteAt(Coder coder) throws IOException {
    if (coder.properties().size() < 1) {
      throw new IOException("a coder without its properties");
    }
    return coder.properties().u8(0);
  }
}
