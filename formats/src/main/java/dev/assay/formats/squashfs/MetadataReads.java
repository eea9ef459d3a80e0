package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what was read of each metadata block, and gives what was not. */
final class MetadataReads implements MetadataReader.Reads {
  /** A metadata block; its content is kept only until all of it was read. */
  private static final class Seen {
    private final long stored;
    private final BitSet read = new BitSet();
    private byte[] content;

    Seen(long stored, byte[] content) {
      this.stored = stored;
      this.content = content;
    }
  }

  private static final int BLOCK = 8192;
  private static final byte[] NOTHING = new byte[0];

  private final Map<Long, Seen> blocks = new TreeMap<>();

  /** Takes contents of which something was not read, what was read as zeros. */
  interface Unread {
    void take(Bytes content);
  }

  /** Takes where blocks are stored. */
  interface Places {
    void take(long start, long length);
  }

  @Override
  public void read(long block, long stored, Bytes bytes, int from, int count) {
    Seen seen = blocks.computeIfAbsent(block, start -> new Seen(stored, bytes.toArray(BLOCK)));
    if (seen.content.length > 0) {
      seen.read.set(from, from + count);
      if (seen.read.nextClearBit(0) >= seen.content.length) {
        seen.content = NOTHING;
      }
    }
  }

  void give(Unread into) {
    for (Seen seen : blocks.values()) {
      byte[] rest = seen.content.clone();
      for (int i = seen.read.nextSetBit(0);
          i >= 0 && i < rest.length;
          i = seen.read.nextSetBit(i + 1)) {
        rest[i] = 0;
      }
      if (rest.length > 0) {
        into.take(Bytes.of(rest));
      }
    }
  }

  void places(Places into) {
    blocks.forEach((start, seen) -> into.take(start, seen.stored));
  }
}
