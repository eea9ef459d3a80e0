package dev.assay.formats.lz4;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Decoding;
import dev.assay.formats.stream.Nowhere;
import java.util.List;
import java.util.OptionalLong;

/** Reads legacy LZ4 frames, as {@code lz4 -l} writes them for Linux kernels and ramdisks. */
public final class Lz4Legacy implements Encoding, Carvable {
  private static final int MAGIC = 0x184C2102;
  private static final int BLOCK = 8 << 20;
  // LZ4_compressBound: more cannot be a block's size, and is what follows the stream.
  private static final int LARGEST = BLOCK + BLOCK / 255 + 16;

  @Override
  public String type() {
    return "application/x-lz4";
  }

  @Override
  public boolean recognises(Bytes content) {
    return isFrame(content, 0) && size(content, 4) > 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Decoding decoding = new Decoding("lz4", memory, content.size(), -1);
    Lz4Window window = new Lz4Window(BLOCK, decoding);
    long at = 4;
    boolean last = false;
    while (!last && isBlock(content, at)) {
      int size = size(content, at);
      window.forget();
      int decoded = window.decode(content.block(at + 4, size), at);
      at += 4L + size;
      if (isFrame(content, at)) {
        at += 4;
      } else {
        last = decoded < BLOCK;
      }
    }
    if (!last && !decoding.isStopped()) {
      readCut(content, at, window, decoding);
    }
    return decoding.finish(at + appendedSize(content, at, decoding));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {0x02, 0x21, 0x4C, 0x18});
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Nowhere.extent(this, here);
  }

  private static boolean isFrame(Bytes content, long at) {
    return content.size() - at >= 8 && content.block(at, 4).i32le(0) == MAGIC;
  }

  private static boolean isBlock(Bytes content, long at) {
    int size = size(content, at);
    return size > 0 && size <= content.size() - at - 4;
  }

  /** Size of the block at {@code at}, or 0 where none can be. */
  private static int size(Bytes content, long at) {
    if (content.size() - at < 4) {
      return 0;
    }
    long size = content.block(at, 4).u32le(0);
    return size <= LARGEST ? (int) size : 0;
  }

  /**
   * After a full block, a block size that leads beyond the end means a cut, unless it is the size
   * Linux appends.
   */
  private static void readCut(Bytes content, long at, Lz4Window window, Decoding decoding) {
    int size = size(content, at);
    if (size > 0 && appendedSize(content, at, decoding) == 0) {
      decoding.stop(
          "truncated",
          content.size(),
          "the block at " + at + " has " + size + " bytes; what is there was decoded");
      window.decode(content.blockUpTo(at + 4, size), at);
    }
  }

  private static int appendedSize(Bytes content, long at, Decoding decoding) {
    boolean appended =
        content.size() - at >= 4 && content.block(at, 4).i32le(0) == (int) decoding.size();
    return appended ? 4 : 0;
  }
}
