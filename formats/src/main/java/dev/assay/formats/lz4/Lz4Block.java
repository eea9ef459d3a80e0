package dev.assay.formats.lz4;

import dev.assay.formats.Malformed;

/**
 * Decodes LZ4 blocks into a buffer that may hold earlier content, which blocks of a linked frame
 * refer to (the codec library decodes only whole independent blocks, and says nothing of what it
 * decoded before damage).
 */
final class Lz4Block {
  private static final int MIN_MATCH = 4;

  private final byte[] input;
  private final int inputEnd;
  private final byte[] output;
  private final int limit;
  private int in;
  private int out;

  private Lz4Block(byte[] input, int from, int length, byte[] output, int at, int limit) {
    this.input = input;
    this.in = from;
    this.inputEnd = from + length;
    this.output = output;
    this.out = at;
    this.limit = limit;
  }

  /** How far the output reaches, and whether the block ended as it should. */
  record Result(int end, boolean sound) {}

  /**
   * Decodes one block.
   *
   * @param at where its content goes; what stands before is history
   * @param limit where the output must end
   */
  static Result decode(byte[] input, int from, int length, byte[] output, int at, int limit) {
    Lz4Block block = new Lz4Block(input, from, length, output, at, limit);
    try {
      block.run();
      return new Result(block.out, true);
    } catch (Malformed damage) {
      return new Result(block.out, false);
    }
  }

  private void run() {
    while (in < inputEnd) {
      int token = input[in++] & 0xFF;
      literals(length(token >> 4));
      if (in == inputEnd) {
        // LZ4 block format: the last sequence has literals only.
        return;
      }
      require(inputEnd - in >= 2);
      int distance = (input[in] & 0xFF) | (input[in + 1] & 0xFF) << 8;
      in += 2;
      match(distance, length(token & 15) + MIN_MATCH);
    }
    throw damage();
  }

  private int length(int start) {
    int length = start;
    if (start == 15) {
      int more;
      do {
        require(in < inputEnd && length < limit);
        more = input[in++] & 0xFF;
        length += more;
      } while (more == 255);
    }
    return length;
  }

  private void literals(int length) {
    require(length <= inputEnd - in && length <= limit - out);
    System.arraycopy(input, in, output, out, length);
    in += length;
    out += length;
  }

  private void match(int distance, int length) {
    require(distance > 0 && distance <= out && length <= limit - out);
    if (distance >= length) {
      System.arraycopy(output, out - distance, output, out, length);
      out += length;
      return;
    }
    // Overlapping: what is being written is the source.
    for (int end = out + length; out < end; out++) {
      output[out] = output[out - distance];
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw damage();
    }
  }

  private static Malformed damage() {
    return new Malformed("lz4.damaged", -1, "sequence outside the block");
  }
}
