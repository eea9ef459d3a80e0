package dev.assay.formats.codec;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;

/**
 * LZX as cabinets hold it (Microsoft LZX Data Compression Format, 1997; [MS-PATCH] 2.1 to 2.7):
 * LZ77 with static Huffman codes, in frames of 32 KiB that refer to those before them. Not for
 * several threads.
 */
public final class Lzx {
  private static final int FRAME = 32 << 10;
  private static final int LITERALS = 256;
  private static final int SHORTEST = 2;

  private static final int VERBATIM = 1;
  private static final int ALIGNED = 2;
  private static final int UNCOMPRESSED = 3;

  private final byte[] window;
  private final LzxCodes codes;
  private final LzxCalls calls = new LzxCalls();
  private final int[] recent = {1, 1, 1};
  private int position;
  private int type;
  private int left;
  private boolean odd;
  private boolean started;

  /**
   * @param windowBits 15 to 21
   * @throws Malformed {@code codec.damaged} where they are not
   */
  public Lzx(int windowBits) {
    if (windowBits < 15 || windowBits > 21) {
      throw damaged("has a window of 2^" + windowBits + " bytes");
    }
    this.window = new byte[1 << windowBits];
    this.codes = new LzxCodes(windowBits);
  }

  /**
   * Decompresses one frame into a sink.
   *
   * @param wanted bytes of the frame
   * @throws Malformed {@code codec.damaged}
   */
  public void decompress(Block data, int wanted, Sink sink) {
    if (wanted > FRAME || wanted > window.length - position) {
      throw damaged("has a frame of " + wanted + " bytes where none fits");
    }
    WordBits in = new WordBits(data);
    if (!started) {
      started = true;
      calls.begin(in.bits(1) == 0 ? 0 : in.manyBits(32));
    }
    int start = position;
    int end = start + wanted;
    while (position < end) {
      if (left == 0) {
        nextBlock(in);
      }
      int before = position;
      int stop = Math.min(end, before + left);
      if (type == UNCOMPRESSED) {
        Block bytes = in.bytes(stop - before);
        System.arraycopy(bytes.array(), bytes.arrayOffset(), window, before, bytes.size());
        position += bytes.size();
      } else {
        symbols(in, stop);
      }
      left -= position - before;
    }
    calls.write(window, start, wanted, sink);
    position = end == window.length ? 0 : end;
  }

  private void nextBlock(WordBits in) {
    if (odd && !in.isAtStart()) {
      in.bytes(1);
    }
    type = in.bits(3);
    left = in.manyBits(24);
    odd = false;
    switch (type) {
      case VERBATIM -> codes.read(in);
      case ALIGNED -> codes.readAligned(in);
      case UNCOMPRESSED -> {
        odd = left % 2 == 1;
        in.skipWord();
        for (int i = 0; i < recent.length; i++) {
          recent[i] = in.i32();
        }
      }
      default -> throw damaged("has a block of type " + type);
    }
    if (left == 0) {
      throw damaged("has an empty block");
    }
  }

  private void symbols(WordBits in, int stop) {
    while (position < stop) {
      int symbol = codes.main(in);
      if (symbol < LITERALS) {
        window[position++] = (byte) symbol;
      } else {
        int length = codes.length(in, symbol - LITERALS & 7) + SHORTEST;
        copy(distance(in, symbol - LITERALS >> 3), length, stop);
      }
    }
  }

  /** The three distances used last have slots of their own. */
  private int distance(WordBits in, int slot) {
    int distance;
    if (slot < recent.length) {
      distance = recent[slot];
      recent[slot] = recent[0];
    } else {
      distance = type == ALIGNED ? codes.alignedDistance(in, slot) : codes.distance(in, slot);
      recent[2] = recent[1];
      recent[1] = recent[0];
    }
    recent[0] = distance;
    return distance;
  }

  private void copy(int distance, int length, int stop) {
    if (distance <= 0 || distance > window.length || length > stop - position) {
      throw damaged("refers where nothing is");
    }
    int mask = window.length - 1;
    for (int i = 0; i < length; i++) {
      window[position] = window[position - distance & mask];
      position++;
    }
  }

  static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed data " + why);
  }
}
