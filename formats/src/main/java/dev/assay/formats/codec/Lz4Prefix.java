package dev.assay.formats.codec;

import dev.assay.formats.Malformed;

/**
 * Decodes an LZ4 block as far as there is room, whatever follows: file systems that cut or share
 * blocks do not tell where they end.
 */
final class Lz4Prefix {
  private static final int MIN_MATCH = 4;

  private final byte[] in;
  private final int inEnd;
  private final byte[] out;
  private final int start;
  private final int end;
  private int next;
  private int done;

  private Lz4Prefix(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    this.in = in;
    this.next = at;
    this.inEnd = at + length;
    this.out = out;
    this.start = outAt;
    this.done = outAt;
    this.end = outAt + room;
  }

  static int decode(byte[] in, int at, int length, byte[] out, int outAt, int room) {
    Lz4Prefix block = new Lz4Prefix(in, at, length, out, outAt, room);
    block.run();
    return block.done - outAt;
  }

  private void run() {
    while (next < inEnd && done < end) {
      int token = in[next++] & 0xFF;
      int literals = length(token >> 4);
      if (literals > inEnd - next) {
        throw damaged("literals reach beyond the block");
      }
      int copied = Math.min(literals, end - done);
      System.arraycopy(in, next, out, done, copied);
      next += literals;
      done += copied;
      if (done == end || next == inEnd) {
        // LZ4 block format: the last sequence has literals only.
        return;
      }
      if (inEnd - next < 2) {
        throw damaged("ends in a distance");
      }
      int distance = (in[next] & 0xFF) | (in[next + 1] & 0xFF) << 8;
      next += 2;
      match(distance, length(token & 15) + MIN_MATCH);
    }
  }

  private int length(int first) {
    int length = first;
    if (first == 15) {
      int more;
      do {
        if (next >= inEnd) {
          throw damaged("ends in a length");
        }
        more = in[next++] & 0xFF;
        length += more;
      } while (more == 255);
    }
    return length;
  }

  private void match(int distance, int length) {
    if (distance == 0 || distance > done - start) {
      throw damaged("refers to before its start");
    }
    int copied = Math.min(length, end - done);
    if (distance >= copied) {
      System.arraycopy(out, done - distance, out, done, copied);
      done += copied;
      return;
    }
    // Overlapping: what is being written is the source.
    for (int stop = done + copied; done < stop; done++) {
      out[done] = out[done - distance];
    }
  }

  private static Malformed damaged(String why) {
    return new Malformed("codec.damaged", -1, "compressed block " + why);
  }
}
