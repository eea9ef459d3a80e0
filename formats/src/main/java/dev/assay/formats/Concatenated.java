package dev.assay.formats;

/** Two contents, one behind the other. */
public final class Concatenated extends Bytes {
  private final Bytes first;
  private final Bytes second;

  public Concatenated(Bytes first, Bytes second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public long size() {
    return first.size() + second.size();
  }

  @Override
  public void read(long offset, byte[] into, int at, int count) {
    check(offset, count);
    int early = (int) Math.clamp(first.size() - offset, 0, count);
    if (early > 0) {
      first.read(offset, into, at, early);
    }
    if (early < count) {
      second.read(offset + early - first.size(), into, at + early, count - early);
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    if (offset + count <= first.size()) {
      return first.slice(offset, count);
    }
    return offset >= first.size()
        ? second.slice(offset - first.size(), count)
        : new Concatenated(first.from(offset), second.slice(0, offset + count - first.size()));
  }

  @Override
  public Block block(long offset, int count) {
    check(offset, count);
    byte[] copy = new byte[count];
    read(offset, copy, 0, count);
    return new Block(copy, 0, count, offset);
  }
}
