package dev.assay.formats;

import java.util.Arrays;

/**
 * Pieces of other bytes, equally long and in any order, as one content; a piece that is missing
 * reads as one repeated byte.
 */
public final class JoinedBytes extends Bytes {
  /** Offset of a piece that is missing. */
  public static final long MISSING = -1;

  private final Bytes source;
  private final long[] pieces;
  private final long pieceSize;
  private final byte fill;
  private final long from;
  private final long length;

  private JoinedBytes(
      Bytes source, long[] pieces, long pieceSize, byte fill, long from, long length) {
    this.source = source;
    this.pieces = pieces;
    this.pieceSize = pieceSize;
    this.fill = fill;
    this.from = from;
    this.length = length;
  }

  /**
   * @param pieces offsets in {@code source}, or {@link #MISSING}, in the order of the content
   * @param pieceSize bytes in each
   * @param length bytes of content
   * @param fill what missing pieces read as
   */
  public static Bytes of(Bytes source, long[] pieces, long pieceSize, long length, byte fill) {
    if (pieceSize <= 0 || length < 0 || (length - 1) / pieceSize >= pieces.length && length > 0) {
      throw new IllegalArgumentException(length + " bytes in " + pieces.length + " pieces");
    }
    return new JoinedBytes(source, pieces.clone(), pieceSize, fill, 0, length);
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, byte[] into, int at, int count) {
    check(offset, count);
    int done = 0;
    while (done < count) {
      long position = from + offset + done;
      long within = position % pieceSize;
      int part = (int) Math.min(count - done, pieceSize - within);
      long piece = pieces[(int) (position / pieceSize)];
      if (piece == MISSING) {
        Arrays.fill(into, at + done, at + done + part, fill);
      } else {
        source.read(piece + within, into, at + done, part);
      }
      done += part;
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new JoinedBytes(source, pieces, pieceSize, fill, from + offset, count);
  }
}
