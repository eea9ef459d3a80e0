package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.bzip2.Bzip2;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Deflate;
import dev.assay.formats.xz.Xz;
import dev.assay.formats.zstd.Zstd;
import java.util.Optional;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;

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
