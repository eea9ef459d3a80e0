package dev.assay.formats.xz;

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
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.tukaani.xz.SingleXZInputStream;

/** Reads xz. */
public final class Xz implements Encoding, Carvable {
  private static final byte[] MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final int HEADER = 12;

  /**
   * Kernels are packed with dictionaries of up to 128 MiB (Linux scripts/xz_wrap.sh); more is
   * refused.
   */
  private static final int MEMORY_KIB = 144 << 10;

  @Override
  public String type() {
    return "application/x-xz";
  }

  @Override
  public boolean recognises(Bytes content) {
    return isStream(content, 0);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("xz", memory, content.size(), -1);
    long end = 0;
    long next = 0;
    do {
      BytesStream source = new BytesStream(content, next);
      try {
        decoding.drain(new SingleXZInputStream(source, MEMORY_KIB, true), source);
      } catch (IOException damage) {
        decoding.damaged(damage, next);
      }
      end = source.position();
      next = afterPadding(content, end);
    } while (!decoding.isStopped() && isStream(content, next));
    return decoding.finish(end);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  private static boolean isStream(Bytes content, long at) {
    if (!content.has(at, MAGIC) || content.size() - at < HEADER) {
      return false;
    }
    Block header = content.block(at, HEADER);
    CRC32 crc = new CRC32();
    crc.update(header.bytes(6, 2));
    return header.i32le(8) == (int) crc.getValue();
  }

  /**
   * xz §2.2: stream padding is four-byte groups of zeros, and belongs to the file only when another
   * stream follows.
   */
  private static long afterPadding(Bytes content, long from) {
    long at = from;
    while (content.has(at, (byte) 0, (byte) 0, (byte) 0, (byte) 0)) {
      at += 4;
    }
    return at;
  }
}
