package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;

/**
 * ar and Debian packages: headers without time (16) and size (48), in the order of names; the
 * symbol index {@code /} and the long names {@code //} with what they hold.
 */
final class ArNormal implements Normaliser {
  private static final int HEADER = 60;
  private static final int MAX_TABLE = 16 << 20;

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-archive")
        || type.equals("application/vnd.debian.binary-package");
  }

  @Override
  public Normal normalise(Bytes content) {
    Headers headers = new Headers();
    long at = 8;
    while (content.size() - at >= HEADER) {
      Block header = content.block(at, HEADER);
      String name = header.latin1(0, 16);
      long size = number(header, 48, 10);
      byte[] left = header.bytes(0, HEADER);
      Arrays.fill(left, 16, 28, (byte) ' ');
      Arrays.fill(left, 48, 58, (byte) ' ');
      if (name.startsWith("/ ") || name.startsWith("//") || name.startsWith("/SYM64")) {
        left = TarNormal.concat(left, content.slice(at + HEADER, size).toArray(MAX_TABLE));
      }
      at += HEADER + size + (size & 1);
      // A member of odd size is followed by a newline.
      if ((size & 1) == 1 && at <= content.size() && !content.has(at - 1, "\n")) {
        left = TarNormal.concat(left, content.slice(at - 1, 1).toArray(1));
      }
      headers.add(name, left, number(header, 16, 12));
    }
    return new Normal(headers.kept("ar"), headers.traits("ar", Prints::time))
        .with(Behind.of("ar", content, at));
  }

  private static long number(Block header, int at, int length) {
    String digits = header.latin1(at, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits) & Long.MAX_VALUE >> 1;
    } catch (NumberFormatException e) {
      throw new Malformed("ar.number", at, "`" + digits + "` is not a number");
    }
  }
}
