package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import java.util.Arrays;

/** Reads ZyXEL RAS images. They have no magic number: sizes and paddings must fit exactly. */
public final class ZyxelRas implements Container {
  private static final int HEADER = 0x10000;
  private static final int FIELDS = 116;
  private static final int CHECKED = 2048;

  @Override
  public String type() {
    return "application/vnd.zyxel.ras";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() <= HEADER) {
      return false;
    }
    Block header = content.block(0, CHECKED);
    return header.u32be(4) > 0
        && HEADER + header.u32be(4) + header.u32be(112) == content.size()
        && isPaddedText(header, 8, 32)
        && isPaddedText(header, 44, 64)
        && header.u32be(FIELDS) == 0xFFFF_FFFFL;
  }

  /** Printable text, a NUL, and erased bytes to the end of the field. */
  private static boolean isPaddedText(Block header, int at, int length) {
    int end = at;
    while (end < at + length && header.u8(end) >= ' ' && header.u8(end) < 0x7F) {
      end++;
    }
    if (end == at || end == at + length || header.u8(end) != 0) {
      return false;
    }
    for (int i = end + 1; i < at + length; i++) {
      if (header.u8(i) != 0xFF) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, CHECKED);
    long root = header.u32be(4);
    long kernel = header.u32be(112);
    byte[] checked = header.bytes(0, CHECKED);
    System.arraycopy(checked, 0, checked, 40, 4);
    Sums.check("ras.header-checksum", 40, header.i32be(40), sum(Bytes.of(checked)))
        .forEach(listing::problem);
    Parts parts = new Parts(content, "ras", listing);
    parts.reserve(0, HEADER);
    Bytes rootBytes = content.slice(HEADER, Math.min(root, content.size() - HEADER));
    parts.add(
        "rootfs",
        HEADER,
        root,
        Sums.check("ras.rootfs-checksum", 0, header.i32be(0), sum(rootBytes)));
    long at = HEADER + rootBytes.size();
    Bytes kernelBytes = content.slice(at, Math.min(kernel, content.size() - at));
    parts.add(
        "kernel",
        at,
        kernel,
        Sums.check("ras.kernel-checksum", 108, header.i32be(108), sum(kernelBytes)));
    parts.finish();
  }

  /** The sum of the bytes, folded to 16 bits as System V's sum does. */
  static int sum(Bytes content) {
    int[] sum = {0};
    Sums.each(
        content,
        (array, from, length) -> {
          for (byte value : Arrays.copyOfRange(array, from, from + length)) {
            sum[0] += value & 0xFF;
          }
        });
    int once = (sum[0] & 0xFFFF) + (sum[0] >>> 16);
    return (once & 0xFFFF) + (once >>> 16);
  }
}
