package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Window;

/** An index of 8 bytes for each cluster. */
final class FullIndex extends ClusterMap {
  private static final int ENTRY = 8;

  private final Window image;
  private final long start;

  FullIndex(Bytes image, Header header, int count) {
    super(count);
    this.image = new Window(image);
    this.start = header.at() + HEADER + ENTRY;
  }

  @Override
  Cluster at(int number) {
    Block entry = image.block(start + (long) number * ENTRY, ENTRY);
    int kind = entry.u16le(0) & 3;
    if (kind != NO_START) {
      return new Cluster(kind, entry.u16le(2), entry.u32le(4), 0);
    }
    int back = entry.u16le(4);
    return new Cluster(kind, 0, 0, (back & IS_COUNT) != 0 ? back & ~IS_COUNT : 0);
  }

  @Override
  long end() {
    return start + (long) count() * ENTRY;
  }
}
