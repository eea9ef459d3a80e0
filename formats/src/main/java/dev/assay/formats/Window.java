package dev.assay.formats;

/**
 * Reads small blocks one behind the other out of larger reads, so that a pass over an image costs
 * few of them. Not for several threads.
 */
public final class Window {
  private static final int CHUNK = 1 << 18;
  private static final int STEP = 1 << 16;

  private final Bytes content;
  private Block chunk;
  private long start;

  public Window(Bytes content) {
    this.content = content;
    this.chunk = content.block(0, 0);
  }

  public long size() {
    return content.size();
  }

  /** As {@link Bytes#block}. */
  public Block block(long offset, int length) {
    if (offset < start || offset + length > start + chunk.size()) {
      if (length > CHUNK) {
        return content.block(offset, length);
      }
      if (offset < 0 || offset > content.size() - length) {
        return content.block(offset, length);
      }
      chunk = content.blockUpTo(offset, CHUNK);
      start = offset;
    }
    return chunk.slice((int) (offset - start), length);
  }

  /** One byte, 0 to 255. */
  public int u8(long offset) {
    return offset >= start && offset < start + chunk.size()
        ? chunk.u8((int) (offset - start))
        : block(offset, 1).u8(0);
  }

  /** The first offset from {@code from} on, at most {@code end}, whose byte is another. */
  public long skip(long from, long end, int value) {
    long at = from;
    while (at < end) {
      Block block = block(at, (int) Math.min(STEP, end - at));
      int run = block.u8(0) == value ? block.run(0) : 0;
      at += run;
      if (run < block.size()) {
        return at;
      }
    }
    return end;
  }
}
