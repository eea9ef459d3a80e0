package dev.assay.formats.nand;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.OptionalLong;

/** The data of pages one behind the other, without the spare areas. */
final class PageData extends Bytes {
  /** Pages that are read together with the spare areas between them. */
  private static final int AT_ONCE = 64;

  private final Bytes dump;
  private final NandGeometry geometry;
  private final long from;
  private final long length;

  private PageData(Bytes dump, NandGeometry geometry, long from, long length) {
    this.dump = dump;
    this.geometry = geometry;
    this.from = from;
    this.length = length;
  }

  /** Of all pages of a dump, or of a part of one that begins and ends with a page. */
  static PageData of(Bytes dump, NandGeometry geometry) {
    return new PageData(dump, geometry, 0, dump.size() / geometry.step() * geometry.page());
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public void read(long offset, byte[] into, int at, int count) {
    check(offset, count);
    for (int done = 0; done < count; ) {
      long position = from + offset + done;
      int within = (int) (position % geometry.page());
      int pages = Math.min(AT_ONCE, Math.ceilDiv(within + count - done, geometry.page()));
      int last = Math.min(geometry.page(), within + count - done - (pages - 1) * geometry.page());
      long start = position / geometry.page() * geometry.step() + within;
      Block run = dump.block(start, (pages - 1) * geometry.step() + last - within);
      for (int i = 0; i < pages; i++) {
        int skipped = i == 0 ? 0 : within;
        int part = (i == pages - 1 ? last : geometry.page()) - (within - skipped);
        int source = run.arrayOffset() + i * geometry.step() - skipped;
        System.arraycopy(run.array(), source, into, at + done, part);
        done += part;
      }
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new PageData(dump, geometry, from + offset, count);
  }

  @Override
  public OptionalLong offsetIn(Bytes whole) {
    boolean within =
        whole instanceof PageData other
            && other.dump == dump
            && from >= other.from
            && from + length <= other.from + other.length;
    return within ? OptionalLong.of(from - ((PageData) whole).from) : OptionalLong.empty();
  }

  @Override
  public OptionalLong placeIn(Bytes whole, long offset) {
    long position = from + offset;
    long place = position / geometry.page() * geometry.step() + position % geometry.page();
    return whole instanceof PageData ? super.placeIn(whole, offset) : dump.placeIn(whole, place);
  }
}
