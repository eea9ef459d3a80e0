package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * cpio of the new ASCII forms 070701 and 070702: headers without inode (6), time (46), size (54),
 * device of the host (62) and checksum (102), in the order of names.
 */
final class CpioNormal implements Normaliser {
  private static final int HEADER = 110;
  private static final int MAX_REST = 1 << 20;

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
      headers.add(
          name,
          TarNormal.concat(left, name.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
          number(header, 46));
      at = up(up(at + HEADER + nameSize) + number(header, 54));
    }
    List<Trait> traits = new ArrayList<>(headers.traits("cpio"));
    long end = Math.min(at, content.size());
    traits.add(new Trait(Equivalence.PADDING, "cpio end", content.size() - end + " zero bytes"));
    byte[] rest =
        Zeros.after(content, end) >= content.size()
            ? new byte[0]
            : content.from(end).toArray(MAX_REST);
    return new Normal(TarNormal.concat(headers.left(), rest), traits);
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
