package dev.assay.formats.nand;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.flash.PageSize;
import java.util.OptionalLong;

/** The data of pages one behind the other, without the spare areas. */
final class PageData extends Bytes {
  /** Pages that are read together with the spare areas between them. */
  private static final int AT_ONCE = 64;

  private final Bytes dump;
  private final PageSize size;
  private final long from;
  private final long length;

  private PageData(Bytes dump, PageSize size, long from, long length) {
    this.dump = dump;
    this.size = size;
    this.from = from;
    this.length = length;
  }

  /** Of all pages of a dump, or of a part of one that begins and ends with a page. */
  static PageData of(Bytes dump, PageSize size) {
    return new PageData(dump, size, 0, dump.size() / size.step() * size.data());
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
      int within = (int) (position % size.data());
      int pages = Math.min(AT_ONCE, Math.ceilDiv(within + count - done, size.data()));
      int last = Math.min(size.data(), within + count - done - (pages - 1) * size.data());
      long start = position / size.data() * size.step() + within;
      Block run = dump.block(start, (pages - 1) * size.step() + last - within);
      for (int i = 0; i < pages; i++) {
        int skipped = i == 0 ? 0 : within;
        int part = (i == pages - 1 ? last : size.data()) - (within - skipped);
        int source = run.arrayOffset() + i * size.step() - skipped;
        System.arraycopy(run.array(), source, into, at + done, part);
        done += part;
      }
    }
  }

  @Override
  public Bytes slice(long offset, long count) {
    check(offset, count);
    return new PageData(dump, size, from + offset, count);
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
    long place = position / size.data() * size.step() + position % size.data();
    return whole instanceof PageData ? super.placeIn(whole, offset) : dump.placeIn(whole, place);
  }
}
