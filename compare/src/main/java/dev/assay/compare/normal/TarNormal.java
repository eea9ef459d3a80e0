package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * tar: headers without time (136), size (124) and checksum (148), in the order of names; extended
 * headers without their times. Members' contents are compared on their own.
 */
final class TarNormal implements Normaliser {
  private static final int BLOCK = 512;

  /** Of an extended header, the link's target and the last bytes are unused. */
  private static final int LINK = 157;

  private static final int MAGIC = 257;
  private static final int UNUSED = 500;
  private static final int MAX_EXTRA = 1 << 20;
  private static final Pattern PAX_TIME = Pattern.compile("(?<![0-9])[0-9]+ [amc]time=[0-9.-]+\n");

  @Override
  public boolean takes(String type) {
    return type.equals("application/x-tar");
  }

  @Override
  public Normal normalise(Bytes content) {
    Headers headers = new Headers();
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    String longName = "";
    long at = 0;
    while (content.size() - at >= BLOCK && Zeros.after(content, at) - at < BLOCK) {
      Block header = content.block(at, BLOCK);
      long size = number(header, 124, 12);
      int type = header.u8(156);
      long next = at + BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
      if (type == 'x' || type == 'g' || type == 'L' || type == 'K') {
        if (size > MAX_EXTRA) {
          throw new Malformed("tar.extra-size", at, "extended header of " + size + " bytes");
        }
        String extra = content.block(at + BLOCK, (int) size).latin1(0, (int) size);
        if (type == 'L') {
          longName = extra;
        }
        String timeless = PAX_TIME.matcher(extra).replaceAll("");
        // A header that held nothing but times says nothing.
        if (!timeless.isEmpty()) {
          before.write(type);
          before.writeBytes(timeless.getBytes(StandardCharsets.ISO_8859_1));
        }
        before.writeBytes(slack(content, at + LINK, at + MAGIC));
        before.writeBytes(slack(content, at + UNUSED, at + BLOCK));
        before.writeBytes(slack(content, at + BLOCK + size, next));
      } else {
        before.writeBytes(timeless(header));
        before.writeBytes(slack(content, at + BLOCK + size, next));
        String name = header.cString(345, 155) + "/" + header.cString(0, 100);
        headers.add(longName.isEmpty() ? name : longName, before.toByteArray(), mtime(header));
        before.reset();
        longName = "";
      }
      if (next < at) {
        throw new Malformed("tar.size", at, "member of " + size + " bytes");
      }
      at = next;
    }
    List<Kept> kept = new ArrayList<>(headers.kept("tar"));
    if (before.size() > 0) {
      kept.add(new Kept("tar header of no member", before.toByteArray()));
    }
    return new Normal(kept, headers.traits("tar", Prints::time))
        .with(Behind.of("tar", content, at));
  }

  private static long mtime(Block header) {
    return number(header, 136, 12);
  }

  private static byte[] timeless(Block header) {
    byte[] left = header.bytes(0, BLOCK);
    Arrays.fill(left, 124, 156, (byte) 0);
    return left;
  }

  /** What stands where nothing is unpacked from, unless it is zeros. */
  private static byte[] slack(Bytes content, long from, long to) {
    if (from >= to || to > content.size()) {
      return new byte[0];
    }
    Bytes slack = content.slice(from, to - from);
    return Kept.isSaid(slack) ? slack.toArray(BLOCK) : new byte[0];
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Octal digits, or base 256 where the top bit of the first byte is set. */
  private static long number(Block header, int at, int length) {
    if ((header.u8(at) & 0x80) != 0) {
      return header.i64be(at + length - 8) & Long.MAX_VALUE;
    }
    String digits = header.cString(at, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new Malformed("tar.number", at, "`" + digits + "` is not an octal number");
    }
  }
}
