package dev.assay.formats.bootimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;

/** Reads vendor boot images. */
public final class VendorBootImage implements Container {
  private static final int SIZE = 2112;
  private static final int TABLE_FIELDS = 16;
  private static final int LEAST_ENTRY = 44;
  private static final int MAX_RAMDISKS = 1024;

  @Override
  public String type() {
    return "application/vnd.android.vendor-boot-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, "VNDRBOOT") || content.size() < SIZE + TABLE_FIELDS) {
      return false;
    }
    Block header = content.block(0, SIZE);
    long version = header.u32le(8);
    return (version == 3 || version == 4) && Pages.isPageSize(header.u32le(12));
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("vendor-boot.header", 8, "no header with sizes that are in use");
    }
    Block header = content.block(0, SIZE + TABLE_FIELDS);
    Parts parts = new Parts(content, "vendor-boot", listing);
    int commandLine = header.cString(28, 2048).length();
    parts.add("cmdline", 28, commandLine);
    parts.reserve(0, 28);
    parts.reserve(28L + commandLine, SIZE - 28 - commandLine);
    Pages pages = new Pages(content, parts, header.u32le(12), header.u32le(2096));
    if (header.u32le(8) == 3) {
      pages.add("vendor_ramdisk", header.u32le(24));
      pages.add("dtb", header.u32le(2100));
    } else {
      parts.reserve(SIZE, TABLE_FIELDS);
      long ramdisks = pages.skip(header.u32le(24));
      pages.add("dtb", header.u32le(2100));
      ramdisks(content, header, ramdisks, pages.skip(header.u32le(2112)), parts);
      pages.add("bootconfig", header.u32le(2124));
    }
    parts.finish();
  }

  private static void ramdisks(
      Bytes content, Block header, long ramdisks, long table, Parts parts) {
    long count = header.u32le(2116);
    long entrySize = header.u32le(2120);
    if (count > MAX_RAMDISKS || entrySize < LEAST_ENTRY || entrySize > SIZE) {
      throw new Malformed("vendor-boot.table", 2116, count + " ramdisks of " + entrySize);
    }
    parts.reserve(table, count * entrySize);
    for (int i = 0; i < count; i++) {
      Block entry = content.block(table + i * entrySize, LEAST_ENTRY);
      String name = entry.cString(12, 32);
      parts.add(
          name.isEmpty() ? "vendor_ramdisk" : "vendor_ramdisk-" + name,
          ramdisks + entry.u32le(4),
          entry.u32le(0));
    }
  }
}
