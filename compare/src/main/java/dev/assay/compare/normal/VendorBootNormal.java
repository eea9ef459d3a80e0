package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.compare.normal.BootImageNormal.Field;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vendor boot images of Android (AOSP, {@code bootimg.h}, versions 3 and 4): without the sizes of
 * their parts, which are members. Each field of the header and of each ramdisk's entry is kept by
 * its name, and all else of the header.
 */
final class VendorBootNormal implements Normaliser {
  private static final int HEADER = 2128;
  private static final int LINE = 28;
  private static final int MOST_RAMDISKS = 1024;
  private static final int PLACE = 8;

  private static final List<Field> FIELDS =
      List.of(
          new Field("version", 8, 4),
          new Field("page size", 12, 4),
          new Field("kernel address", 16, 4),
          new Field("ramdisk address", 20, 4),
          new Field("tags address", 2076, 4),
          new Field("name", 2080, 16),
          new Field("header size", 2096, 4),
          new Field("device tree address", 2104, 8));

  private static final List<Field> SIZES =
      List.of(
          new Field("ramdisks", 24, 4),
          new Field("device tree", 2100, 4),
          new Field("table", 2112, 4),
          new Field("bootconfig", 2124, 4));

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.android.vendor-boot-image");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block start = content.block(0, HEADER);
    int pageSize = (int) Math.clamp(start.u32le(12), HEADER, 1 << 20);
    byte[] page = content.slice(0, Math.min(pageSize, content.size())).toArray(1 << 20);
    List<Kept> kept = new ArrayList<>();
    for (Field field : FIELDS) {
      kept.add(new Kept("vendor boot " + field.name(), BootImageNormal.shown(start, field)));
      BootImageNormal.blank(page, field);
    }
    List<String> sizes = new ArrayList<>();
    List<Field> sized = start.u32le(8) == 3 ? SIZES.subList(0, 2) : SIZES;
    for (Field field : sized) {
      sizes.add(field.name() + " " + BootImageNormal.hex(start, field));
      BootImageNormal.blank(page, field);
    }
    Arrays.fill(page, LINE, LINE + start.cString(LINE, 2048).length(), (byte) 0);
    if (start.u32le(8) > 3) {
      ramdisks(content, start, kept, sizes);
    }
    kept.add(new Kept("vendor boot header beyond its fields", page));
    return new Normal(
        kept,
        List.of(
            new Trait(
                Equivalence.LAYOUT,
                "vendor boot sizes and padding",
                Prints.of(sizes, sizes.getFirst()))));
  }

  /** Size (4), offset (4), kind (4), name (32) and sixteen words that tell boards apart. */
  private static void ramdisks(Bytes content, Block start, List<Kept> kept, List<String> sizes) {
    long page = start.u32le(12);
    long table = pages(start.u32le(2096), page) + pages(start.u32le(24), page);
    table += pages(start.u32le(2100), page);
    long count = Math.min(start.u32le(2116), MOST_RAMDISKS);
    for (long i = 0; i < count; i++) {
      long size = start.u32le(2120);
      long at = table + i * size;
      Block entry = content.block(at, PLACE);
      sizes.add("ramdisk " + entry.u32le(0) + " at " + entry.u32le(4));
      kept.add(Kept.of("vendor boot ramdisk " + i, content.slice(at + PLACE, size - PLACE)));
    }
  }

  private static long pages(long size, long page) {
    return page == 0 ? size : (size + page - 1) / page * page;
  }
}
