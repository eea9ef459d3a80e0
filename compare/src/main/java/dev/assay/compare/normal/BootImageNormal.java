package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Android boot images (AOSP, {@code bootimg.h}): without the sizes of their parts, which are
 * members, and the digest over these, which the reader checks. Each field of the header is kept by
 * its name, and all else of it.
 */
final class BootImageNormal implements Normaliser {
  private static final int HEADER = 1664;
  private static final int PAGED = 1584;
  private static final int COMMAND_LINE = 64;
  private static final int DIGEST = 20;

  record Field(String name, int at, int size) {}

  /** Versions 0 to 2. The first 512 bytes of the command line are a member. */
  private static final List<Field> OLD =
      List.of(
          new Field("kernel address", 12, 4),
          new Field("ramdisk address", 20, 4),
          new Field("second address", 28, 4),
          new Field("tags address", 32, 4),
          new Field("page size", 36, 4),
          new Field("version of the system", 44, 4),
          new Field("name", 48, 16),
          new Field("end of the id", 596, 12),
          new Field("extra command line", 608, 1024),
          new Field("place of the recovery overlay", 1636, 8),
          new Field("header size", 1644, 4),
          new Field("device tree address", 1652, 8));

  /** Where sizes stand, the id, and the version or the size of a device tree. */
  private static final List<Field> OLD_SIZES =
      List.of(
          new Field("kernel", 8, 4),
          new Field("ramdisk", 16, 4),
          new Field("second", 24, 4),
          new Field("id", 576, DIGEST),
          new Field("recovery overlay", 1632, 4),
          new Field("device tree", 1648, 4));

  /** Versions 3 and 4. */
  private static final List<Field> NEW =
      List.of(
          new Field("version of the system", 16, 4),
          new Field("header size", 20, 4),
          new Field("reserved", 24, 16),
          new Field("version", 40, 4));

  private static final List<Field> NEW_SIZES =
      List.of(
          new Field("kernel", 8, 4), new Field("ramdisk", 12, 4), new Field("signature", 1580, 4));

  @Override
  public boolean takes(String type) {
    return type.equals("application/vnd.android.boot-image");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block start = content.head(HEADER);
    long version = start.u32le(40);
    boolean paged = version == 3 || version == 4;
    int lineAt = paged ? 44 : COMMAND_LINE;
    int pageSize = paged ? 4096 : (int) Math.clamp(start.u32le(36), HEADER, 1 << 20);
    byte[] page = content.blockUpTo(0, pageSize).bytes(0, (int) Math.min(pageSize, content.size()));
    List<Kept> kept = new ArrayList<>();
    for (Field field : paged ? NEW : OLD) {
      kept.add(new Kept("boot " + field.name, shown(start, field)));
      blank(page, field);
    }
    if (!paged && version <= 4) {
      kept.add(new Kept("boot version", shown(start, new Field("", 40, 4))));
    }
    List<String> sizes = new ArrayList<>();
    for (Field field : paged ? NEW_SIZES : OLD_SIZES) {
      sizes.add(field.name + " " + hex(start, field));
      blank(page, field);
    }
    Arrays.fill(page, 40, 44, (byte) 0);
    int line = start.cString(lineAt, paged ? 1536 : 512).length();
    Arrays.fill(page, lineAt, lineAt + line, (byte) 0);
    kept.add(new Kept("boot header beyond its fields", page));
    return new Normal(
        kept,
        List.of(
            new Trait(
                Equivalence.LAYOUT,
                "boot sizes, id and padding",
                Prints.of(sizes, sizes.getFirst()))));
  }

  /** Texts as they are, numbers in hexadecimal with the highest digit first. */
  static byte[] shown(Block header, Field field) {
    if (field.size > 8 && !field.name.startsWith("end")) {
      return header.bytes(field.at, field.size);
    }
    return hex(header, field).getBytes(StandardCharsets.US_ASCII);
  }

  static String hex(Block header, Field field) {
    byte[] bytes = header.bytes(field.at, field.size);
    if (field.size > 8) {
      return HexFormat.of().formatHex(bytes);
    }
    StringBuilder digits = new StringBuilder("0x");
    for (int i = bytes.length - 1; i >= 0; i--) {
      digits.append(HexFormat.of().toHexDigits(bytes[i]));
    }
    return digits.toString();
  }

  static void blank(byte[] page, Field field) {
    if (field.at < page.length) {
      Arrays.fill(page, field.at, Math.min(page.length, field.at + field.size), (byte) 0);
    }
  }
}
