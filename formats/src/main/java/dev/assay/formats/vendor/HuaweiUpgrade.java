package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Reads upgrade packages of Huawei's optical network terminals. */
public final class HuaweiUpgrade implements Container, Carvable {
  private static final String MAGIC = "HWNP";
  private static final int FIXED = 36;
  private static final int ITEM = 360;
  private static final int MAX_ITEMS = 1024;
  private static final int ALL_FROM = 12;
  private static final int HEADER_FROM = 20;

  /**
   * The header with the list of items.
   *
   * @param products bytes of the list of products
   * @param size bytes with all lists
   */
  private record Header(Block fixed, int products, int items, int size) {
    static Header of(Bytes content) {
      Block fixed = content.block(0, FIXED);
      int products = fixed.u16le(26);
      long items = fixed.u32le(20);
      if (items == 0 || items > MAX_ITEMS || fixed.u32le(28) != ITEM) {
        throw new Malformed("hwnp.header", 20, items + " items of " + fixed.u32le(28) + " bytes");
      }
      return new Header(fixed, products, (int) items, FIXED + products + (int) items * ITEM);
    }

    int itemAt(int number) {
      return FIXED + products + number * ITEM;
    }

    boolean isSound(Bytes content) {
      return size <= content.size()
          && Sums.crc32(content.slice(HEADER_FROM, size - HEADER_FROM)) == fixed.i32le(16);
    }

    /** Where the last item ends. */
    long end(Bytes content) {
      long end = size;
      for (int i = 0; i < items; i++) {
        Block item = content.block(itemAt(i), ITEM);
        end = Math.max(end, item.u32le(8) + item.u32le(12));
      }
      return end;
    }
  }

  @Override
  public String type() {
    return "application/vnd.huawei.upgrade";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && Header.of(content).size() <= content.size();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Header header = Header.of(content);
    if (!header.isSound(content)) {
      listing.problem(
          new Problem("hwnp.header-crc", 16, "the header's CRC is wrong; contents read anyway"));
    }
    long end = Math.min(content.size(), header.end(content));
    int all = Sums.crc32(content.slice(ALL_FROM, end - ALL_FROM));
    Sums.check("hwnp.crc", 8, header.fixed().i32le(8), all).forEach(listing::problem);
    Parts parts = new Parts(content, "hwnp", listing);
    parts.reserve(0, header.size());
    for (int i = 0; i < header.items(); i++) {
      Block item = content.block(header.itemAt(i), ITEM);
      long start = item.u32le(8);
      long size = item.u32le(12);
      parts.add(item.cString(16, 256), start, size, sums(content, item, start, size));
    }
    parts.finish();
  }

  private static List<Problem> sums(Bytes content, Block item, long start, long size) {
    return start > content.size() - size
        ? List.of()
        : Sums.check("hwnp.item-crc", start, item.i32le(4), Sums.crc32(content.slice(start, size)));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Only where the header's CRC is right. */
  @Override
  public OptionalLong extent(Bytes here) {
    Header header = Header.of(here);
    return header.isSound(here)
        ? OptionalLong.of(Math.min(here.size(), header.end(here)))
        : OptionalLong.empty();
  }
}
