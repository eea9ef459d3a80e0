package dev.assay.formats.lzma;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tukaani.xz.LZMAInputStream;

/** Reads LZMA alone. */
public final class LzmaAlone implements Encoding, Carvable {
  private static final int HEADER = 13;
  private static final int SMALLEST_DICTIONARY = 4 << 10;
  private static final int LARGEST_DICTIONARY = 128 << 20;
  private static final int MEMORY_KIB = 144 << 10;

  /** No content of a device is larger; xz refuses to recognise more than 256 GiB. */
  private static final long LARGEST = 64L << 30;

  /** Bytes a chance hit would have to decode. */
  private static final int PROBE = 4 << 10;

  /** Bytes that the decoder may lose where it refuses the end. */
  private static final int LAST = 8 << 10;

  @Override
  public String type() {
    return "application/x-lzma";
  }

  @Override
  public boolean recognises(Bytes content) {
    return hasHeader(content) && startsSoundly(content);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    long expected = content.block(5, 8).i64le(0);
    Decoding decoding = new Decoding("lzma", memory, content.size(), expected);
    BytesStream source = new BytesStream(content, 0);
    try {
      decoding.drain(new LZMAInputStream(source, MEMORY_KIB), source);
    } catch (IOException damage) {
      decoding.damaged(damage, 0);
    }
    if (decoding.isStopped() && expected - decoding.size() <= LAST && expected > 0) {
      Optional<Decoded> marked = marked(content, memory, expected);
      if (marked.isPresent()) {
        return marked.get();
      }
    }
    return decoding.finish(source.position());
  }

  /** The content of a stream that announces its size and marks its end as well, as few do. */
  private static Optional<Decoded> marked(Bytes content, Memory memory, long size) {
    Block header = content.block(0, HEADER);
    Decoding decoding = new Decoding("lzma", memory, content.size(), size);
    BytesStream source = new BytesStream(content, HEADER);
    try {
      int dictionary = (int) header.u32le(1);
      LZMAInputStream lzma = new LZMAInputStream(source, -1, (byte) header.u8(0), dictionary);
      return decoding.drain(lzma, source, size + 1) && decoding.size() == size
          ? Optional.of(decoding.finish(source.position()))
          : Optional.empty();
    } catch (IOException damage) {
      return Optional.empty();
    }
  }

  /**
   * The usual properties (lc 3, lp 0, pb 2) with a dictionary of at least 64 KiB: all that build
   * systems write.
   */
  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x5D, 0, 0});
  }

  /**
   * The range coder's state after the last byte is a check of 32 bits, so a stream that ends well
   * is one.
   */
  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  private static boolean hasHeader(Bytes content) {
    if (content.size() < HEADER + 5) {
      return false;
    }
    Block header = content.block(0, HEADER + 1);
    int properties = header.u8(0);
    int literalBits = properties % 9 + properties / 9 % 5;
    long dictionary = header.u32le(1);
    long size = header.i64le(5);
    return properties < 225
        && literalBits <= 4
        && isUsualDictionary(dictionary)
        && (size == -1 || (size > 0 && size <= LARGEST))
        && header.u8(HEADER) == 0;
  }

  /** Writers use 2ⁿ or 2ⁿ + 2ⁿ⁻¹ bytes only, by which xz tells such files, too. */
  private static boolean isUsualDictionary(long size) {
    long rest = size - Long.highestOneBit(size);
    return size >= SMALLEST_DICTIONARY
        && size <= LARGEST_DICTIONARY
        && (rest == 0 || rest == Long.highestOneBit(size) / 2);
  }

  private static boolean startsSoundly(Bytes content) {
    Block header = content.block(0, HEADER);
    long size = header.i64le(5);
    try (LZMAInputStream probe =
        new LZMAInputStream(
            new BytesStream(content, HEADER), size, (byte) header.u8(0), SMALLEST_DICTIONARY)) {
      return probe.readNBytes(PROBE).length > 0;
    } catch (IOException | RuntimeException damage) {
      // Random data fails within a few hundred bytes; a stream cut that early cannot be told from
      // it.
      return size > 0 && size <= PROBE && marked(content, new Nowhere(), size).isPresent();
    }
  }
}
