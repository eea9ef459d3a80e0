package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import java.util.List;

/** Reads flash of Intel boards by its descriptor: regions are members. */
public final class IntelFlash implements Container {
  private static final byte[] MAGIC = {0x5A, (byte) 0xA5, (byte) 0xF0, 0x0F};
  private static final int DESCRIPTOR = 4096;
  private static final int UNIT = 4096;
  private static final List<String> REGIONS =
      List.of(
          "descriptor",
          "bios",
          "management-engine",
          "gigabit-ethernet",
          "platform-data",
          "device-expansion",
          "bios-2",
          "microcode",
          "embedded-controller");

  @Override
  public String type() {
    return "application/vnd.intel.flash";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(16, MAGIC)
        && content.size() > DESCRIPTOR
        && (content.block(0, DESCRIPTOR).i32le(regions(content) + 4) & 0x7FFF) > 0;
  }

  private static int regions(Bytes content) {
    return (content.block(20, 4).i32le(0) >>> 16 & 0xFF) << 4;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "ifd", listing);
    Block descriptor = content.block(0, DESCRIPTOR);
    int regions = regions(content);
    for (int i = 0; i < REGIONS.size(); i++) {
      int region = descriptor.i32le(regions + 4 * i);
      long base = (region & 0x7FFFL) * UNIT;
      long end = ((region >>> 16 & 0x7FFFL) + 1) * UNIT;
      boolean isUsed = end > base && (i == 0 || base > 0) && region != -1;
      if (isUsed) {
        parts.add(REGIONS.get(i), base, end - base);
      }
    }
    parts.finish();
  }
}
