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
    public static Piece hole(long length) {
      return new Piece(Bytes.of(new byte[0]), -1, length);
    }
  }

  private SplicedBytes(List<Piece> pieces, long[] starts, long from, long length) {
    this.pieces = pieces;
    this.starts = starts;
    this.from = from;
    this.length = length;
  }

  /**
   * @param pieces in the order of the content; those that are no holes lie in their source
   */
  public static Bytes of(List<Piece> pieces) {
    List<Piece> used = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.offset() >= 0) {
        piece.source().check(piece.offset(), piece.length());
      }
      if (piece.length() > 0) {
        used.add(piece);
      }
    }
    long[] starts = new long[used.size()];
    long size = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = size;
      size = Math.addExact(size, used.get(i).length());
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
      if (piece.offset() < 0) {
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

  @Override
  public Block block(long offset, int count) {
    check(offset, count);
    byte[] copy = new byte[count];
    read(offset, copy, 0, count);
    return new Block(copy, 0, count, offset);
  }
}
