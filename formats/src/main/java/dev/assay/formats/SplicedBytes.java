package dev.assay.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pieces of other bytes of any length as one content; a piece may be a hole, which reads as 0. */
public final class SplicedBytes extends Bytes {
  private final List<Piece> pieces;
  private final long[] starts;
  private final long from;
  private final long length;

  /**
   * @param source what it is a piece of
   * @param offset in the source, negative for a hole
   * @param length in bytes
   */
  public record Piece(Bytes source, long offset, long length) {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);

    public static Piece hole(long length) {
      return new Piece(NOTHING, -1, length);
    }

    public boolean isHole() {
      return offset < 0;
    }

    /** Whether the next piece goes on where this one ends, so that both are one. */
    public boolean meets(Piece next) {
      boolean adjacent = source == next.source && offset + length == next.offset;
      return isHole() ? next.isHole() : !next.isHole() && adjacent;
    }

    /** This piece and so many bytes more. */
    public Piece and(long more) {
      return new Piece(source, offset, length + more);
    }
  }

  private SplicedBytes(List<Piece> pieces, long[] starts, long from, long length) {
    this.pieces = pieces;
    this.starts = starts;
    this.from = from;
    this.length = length;
  }

  /**
   * @param pieces in the order of the content
   * @throws Malformed where a piece is not in its source
   */
  public static Bytes of(List<Piece> pieces) {
    List<Piece> used = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.isHole()) {
        piece.source().check(piece.offset(), piece.length());
      }
      if (piece.length() > 0) {
        used.add(piece);
      }
    }
    if (used.size() == 1 && !used.getFirst().isHole()) {
      Piece only = used.getFirst();
      return only.source().slice(only.offset(), only.length());
    }
    long[] starts = new long[used.size()];
    long size = 0;
    for (int i = 0; i < starts.length; i++) {
      long length = used.get(i).length();
      if (length > Long.MAX_VALUE - size) {
        throw outOfRange(size, length, Long.MAX_VALUE);
      }
      starts[i] = size;
      size += length;
    }
    return new SplicedBytes(List.copyOf(used), starts, 0, size);
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
      int found = Arrays.binarySearch(starts, position);
      int index = found >= 0 ? found : -found - 2;
      Piece piece = pieces.get(index);
      long within = position - starts[index];
      int part = (int) Math.min(count - done, piece.length() - within);
      if (piece.isHole()) {
        Arrays.fill(into, at + done, at + done + part, (byte) 0);
      } else {
        piece.source().read(piece.offset() + within, into, at + done, part);
      }
      done += part;
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new SplicedBytes(pieces, starts, from + offset, count);
  }
}
