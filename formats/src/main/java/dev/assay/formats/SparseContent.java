package dev.assay.formats;

/**
 * Content in equally long pieces of an image, in any order; a piece that is missing is a hole. A
 * window on the image, unless holes are more than the image: they cost nothing to forge, so they
 * count as expansion then.
 */
public final class SparseContent implements Content {
  private static final int COPIED = 1 << 16;

  private final Bytes image;
  private final long[] pieces;
  private final long pieceSize;
  private final long size;

  /**
   * @param pieces offsets in the image, or {@link JoinedBytes#MISSING}; those within the size lie
   *     in the image
   * @param pieceSize bytes in each
   * @param size bytes of content, not more than all pieces have
   */
  public SparseContent(Bytes image, long[] pieces, long pieceSize, long size) {
    this.image = image;
    this.pieces = pieces.clone();
    this.pieceSize = pieceSize;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Bytes open(Memory memory) {
    long holes = holes();
    return holes <= image.size() && pieceSize <= Integer.MAX_VALUE
        ? JoinedBytes.of(image, pieces, (int) pieceSize, size, (byte) 0)
        : copied(holes, memory);
  }

  private long holes() {
    long holes = 0;
    for (long piece : pieces) {
      holes += piece == JoinedBytes.MISSING ? pieceSize : 0;
    }
    return holes;
  }

  private Bytes copied(long holes, Memory memory) {
    Sink sink = memory.sink(Math.clamp(size - holes, 0, image.size()), -1);
    try {
      for (long piece : pieces) {
        long length = Math.min(pieceSize, size - sink.size());
        if (piece == JoinedBytes.MISSING) {
          sink.zeros(length);
          continue;
        }
        for (long done = 0; done < length; done += COPIED) {
          Block block = image.block(piece + done, (int) Math.min(COPIED, length - done));
          sink.write(block.array(), block.arrayOffset(), block.size());
        }
      }
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }
}
