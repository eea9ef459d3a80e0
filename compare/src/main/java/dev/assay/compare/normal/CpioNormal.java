package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;

/**
 * cpio of the new ASCII forms 070701 and 070702: headers without inode (6), time (46), size (54),
 * device of the host (62) and checksum (102), in the order of names.
 */
final class CpioNormal implements Normaliser {
  private static final int HEADER = 110;

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-cpio");
  }

  @Override
  public Normal normalise(Bytes content) {
    Headers headers = new Headers();
    long at = 0;
    String name = "";
    while (!name.equals("TRAILER!!!")) {
      if (!content.has(at, "070701") && !content.has(at, "070702")) {
        throw new Malformed("cpio.form", at, "only the forms 070701 and 070702 are normalised");
      }
      Block header = content.block(at, HEADER);
      int nameSize = (int) Math.min(number(header, 94), 1 << 16);
      name = content.block(at + HEADER, nameSize).cString(0, nameSize);
      byte[] left = header.bytes(0, HEADER);
      Arrays.fill(left, 6, 14, (byte) '0');
      Arrays.fill(left, 46, 78, (byte) '0');
      Arrays.fill(left, 102, 110, (byte) '0');
      long data = up(at + HEADER + nameSize);
      long next = up(data + number(header, 54));
      headers.add(
          name,
          TarNormal.concat(
              left,
              content.block(at + HEADER, nameSize).bytes(0, nameSize),
              said(content, at + HEADER + nameSize, data),
              said(content, data + number(header, 54), next)),
          number(header, 46));
      at = next;
    }
    return new Normal(headers.kept("cpio"), headers.traits("cpio", Prints::time))
        .with(Behind.of("cpio", content, at));
  }

  /** What fills up to a multiple of four bytes, unless it is zeros. */
  private static byte[] said(Bytes content, long from, long to) {
    if (from >= to || to > content.size()) {
      return new byte[0];
    }
    Bytes fill = content.slice(from, to - from);
    return Kept.isSaid(fill) ? fill.toArray(3) : new byte[0];
  }

  private static long up(long at) {
    return at + 3 & ~3L;
  }

  private static long number(Block header, int at) {
    try {
      return Long.parseLong(header.latin1(at, 8), 16);
    } catch (NumberFormatException e) {
      throw new Malformed("cpio.number", at, "not a hexadecimal number");
    }
  }
}
