package dev.assay.formats;

import dev.assay.formats.SplicedBytes.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A large image that is mostly zeros as what a fuzzer can work on: 2 bytes with the number of a
 * block, big-endian, and its 4096 bytes, for each block that is not zeros.
 */
public final class Blocks {
  private static final int BLOCK = 4096;
  private static final int NUMBER = 2;
  private static final int BEHIND = 4 << 20;

  private Blocks() {}

  static byte[] condensed(byte[] image) {
    Bytes bytes = Bytes.of(image);
    byte[] zeros = new byte[BLOCK];
    ByteArrayOutputStream condensed = new ByteArrayOutputStream();
    for (int number = 0; number < image.length / BLOCK; number++) {
      if (!bytes.has((long) number * BLOCK, zeros)) {
        condensed.write(number >> 8);
        condensed.write(number);
        condensed.write(image, number * BLOCK, BLOCK);
      }
    }
    return condensed.toByteArray();
  }

  /** The image up to its last block that is named, and zeros up to 4 MiB behind it. */
  public static Bytes image(byte[] condensed) {
    Map<Integer, Integer> blocks = new TreeMap<>();
    ByteBuffer numbers = ByteBuffer.wrap(condensed);
    for (int at = 0; at + NUMBER + BLOCK <= condensed.length; at += NUMBER + BLOCK) {
      blocks.put(numbers.getShort(at) & 0xFFFF, at + NUMBER);
    }
    Bytes source = Bytes.of(condensed);
    List<Piece> pieces = new ArrayList<>();
    int next = 0;
    for (Map.Entry<Integer, Integer> block : blocks.entrySet()) {
      pieces.add(Piece.hole((long) (block.getKey() - next) * BLOCK));
      pieces.add(new Piece(source, block.getValue(), BLOCK));
      next = block.getKey() + 1;
    }
    pieces.add(Piece.hole(BEHIND));
    return SplicedBytes.of(pieces);
  }

  /** As {@link #image}, without the zeros behind: for what is told by its end or by all of it. */
  public static Bytes imageAlone(byte[] condensed) {
    Bytes image = image(condensed);
    return image.slice(0, image.size() - BEHIND);
  }
}
