package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.bzip2.Bzip2;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import dev.assay.formats.xz.Xz;
import dev.assay.formats.zstd.Zstd;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;

/** How a member is compressed (APPNOTE 4.4.5). */
enum ZipMethod {
  STORED(0) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      return Encoding.Decoded.of(stored, stored.size());
    }
  },
  DEFLATE(8) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      Decoding decoding = new Decoding("zip", memory, stored.size(), size);
      Optional<byte[]> whole = Deflate.whole(stored, size);
      if (whole.isPresent()) {
        decoding.write(whole.get(), 0, whole.get().length);
        return decoding.finish(stored.size());
      }
      return decoding.finish(Deflate.inflate(stored, 0, decoding).at());
    }
  },
  DEFLATE64(9) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      Decoding decoding = new Decoding("zip", memory, stored.size(), size);
      BytesStream source = new BytesStream(stored, 0);
      decoding.drain(new Deflate64CompressorInputStream(source), source);
      return decoding.finish(source.position());
    }
  },
  BZIP2(12) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      return new Bzip2().decode(stored, memory);
    }
  },
  LZMA(14) {
    /**
     * APPNOTE 5.8.8: version of the SDK, size of the properties, then as LZMA alone has them, with
     * or without a marker at the end.
     */
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      Decoding decoding = new Decoding("zip", memory, stored.size(), size);
      Block head = stored.block(0, LZMA_HEAD);
      BytesStream source = new BytesStream(stored, LZMA_HEAD);
      try {
        if (head.u16le(2) != LZMA_PROPERTIES) {
          throw new Malformed("zip.damaged", 2, head.u16le(2) + " bytes of properties of LZMA");
        }
        int needed = LZMAInputStream.getMemoryUsage((int) head.u32le(5), head.bytes(4, 1)[0]);
        if (needed > LZMA_MEMORY_KIB) {
          throw new MemoryLimitException(needed, LZMA_MEMORY_KIB);
        }
        decoding.drain(
            new LZMAInputStream(source, -1, head.bytes(4, 1)[0], (int) head.u32le(5)),
            source,
            size);
      } catch (IOException | Malformed damage) {
        decoding.damaged(damage, 0);
      }
      return decoding.finish(source.position());
    }
  },
  ZSTD(93) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      return new Zstd().decode(stored, memory);
    }
  },
  XZ(95) {
    @Override
    Encoding.Decoded decode(Bytes stored, long size, Memory memory) {
      return new Xz().decode(stored, memory);
    }
  };

  private static final int LZMA_PROPERTIES = 5;
  private static final int LZMA_HEAD = 4 + LZMA_PROPERTIES;
  private static final int LZMA_MEMORY_KIB = 144 << 10;

  private final int number;

  ZipMethod(int number) {
    this.number = number;
  }

  /** The method, or empty where it is not supported. */
  static Optional<ZipMethod> of(int number) {
    for (ZipMethod method : values()) {
      if (method.number == number) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /**
   * Decompresses a member.
   *
   * @param size announced size
   */
  abstract Encoding.Decoded decode(Bytes stored, long size, Memory memory);
}
