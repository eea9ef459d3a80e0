package dev.assay.formats;

/**
 * Content in equally long pieces of an image, in any order; a piece that is missing is a hole.
 * Never copied: a window on the image.
 */
public final class SparseContent implements Content {
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
    return counted(JoinedBytes.of(image, pieces, pieceSize, size, (byte) 0), image, memory);
  }

  /**
   * A window that may have holes and may show the same bytes of its image often. Both cost nothing
   * to forge, and an image in such a window in an image grows with each of them; so a window that
   * is larger than its image counts as expansion.
   *
   * @throws Content.Partial with as many bytes as the image has, where a limit forbids more
   */
  public static Bytes counted(Bytes window, Bytes image, Memory memory) {
    if (window.size() > image.size()) {
      try {
        memory.count(image.size(), window.size());
      } catch (Malformed limit) {
        throw new Partial(window.slice(0, image.size()), limit);
      }
    }
    return window;
  }
}
