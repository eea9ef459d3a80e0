package dev.assay.formats.lz4;

import dev.assay.formats.Block;
import dev.assay.formats.stream.Decoding;
import io.airlift.compress.v3.xxhash.XxHash32JavaHasher;

/**
 * Decodes a frame's blocks, keeping the 64 KiB of content before the next block, to which that may
 * refer.
 */
final class Lz4Window {
  private static final int HISTORY = 64 << 10;

  private final Decoding into;
  private final int largestBlock;
  private final XxHash32JavaHasher hasher = new XxHash32JavaHasher(0);
  private byte[] buffer = new byte[0];
  private int history;

  Lz4Window(int largestBlock, Decoding into) {
    this.largestBlock = largestBlock;
    this.into = into;
  }

  /** Takes a block that is not compressed; −1 when decoding was stopped. */
  int store(Block data) {
    room(data.size());
    System.arraycopy(data.array(), data.arrayOffset(), buffer, history, data.size());
    return hand(history + data.size());
  }

  /**
   * Decodes a block.
   *
   * @param offset where it stands, for the report of damage
   * @return bytes decoded, or −1 when decoding was stopped
   */
  int decode(Block data, long offset) {
    // A block cannot grow more than 255-fold, so a small one does not get a large buffer.
    room((int) Math.min(largestBlock, data.size() * 255L + 64));
    Lz4Block.Result result =
        Lz4Block.decode(
            data.array(),
            data.arrayOffset(),
            data.size(),
            buffer,
            history,
            Math.min(buffer.length, history + largestBlock));
    int decoded = hand(result.end());
    if (decoded >= 0 && !result.sound()) {
      into.stop(
          "damaged",
          offset,
          "block cannot be decoded beyond " + decoded + " bytes; these are kept");
      return -1;
    }
    return decoded;
  }

  /** XXH32 of all content so far. */
  int hash() {
    return hasher.digest();
  }

  /** Forgets the content so far: the blocks of an independent frame do not refer to it. */
  void forget() {
    history = 0;
  }

  private void room(int bytes) {
    if (buffer.length < history + bytes) {
      byte[] larger = new byte[HISTORY + bytes];
      System.arraycopy(buffer, 0, larger, 0, history);
      buffer = larger;
    }
  }

  private int hand(int end) {
    int decoded = end - history;
    hasher.update(buffer, history, decoded);
    boolean taken = into.write(buffer, history, decoded);
    int keep = Math.min(end, HISTORY);
    System.arraycopy(buffer, end - keep, buffer, 0, keep);
    history = keep;
    return taken ? decoded : -1;
  }
}
