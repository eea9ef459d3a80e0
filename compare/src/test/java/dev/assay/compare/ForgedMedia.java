package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Pictures, fonts and catalogues, as small as they can be. */
final class ForgedMedia {
  private ForgedMedia() {}

  static byte[] png(int width, String text, String data) {
    return concat(
        bytes("\u0089PNG\r\n\u001a\n"),
        chunk("IHDR", big(width, 4, (byte) 8, (byte) 2, (byte) 0, (byte) 0, (byte) 0)),
        chunk("tEXt", bytes("Comment\0" + text)),
        chunk("IDAT", bytes(data)),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String name, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(bytes(name));
    crc.update(data);
    return big(data.length, name, data, (int) crc.getValue());
  }

  static byte[] jpeg(int width, String comment, String scan) {
    return big(
        (short) 0xFFD8,
        (short) 0xFFE0,
        (short) 16,
        "JFIF\0\1\1\0",
        (short) 1,
        (short) 1,
        (short) 0, //
        (short) 0xFFFE,
        (short) (comment.length() + 2),
        comment, //
        (short) 0xFFC0,
        (short) 11,
        (byte) 8,
        (short) 7,
        (short) width,
        (byte) 1,
        "\1\u0011\0", //
        (short) 0xFFDA,
        (short) 8,
        "\1\1\0\0\77\0",
        scan + "\u00ff\0x", //
        (short) 0xFFD9);
  }

  static byte[] gif(int width, String comment, String data) {
    return little(
        "GIF89a",
        (short) width,
        (short) 2,
        (byte) 0x80,
        (byte) 0,
        (byte) 0,
        "rgbRGB", //
        "\u0021\u00fe",
        (byte) comment.length(),
        comment,
        (byte) 0, //
        ",",
        (short) 0,
        (short) 0,
        (short) width,
        (short) 2,
        (byte) 0, //
        (byte) 2,
        (byte) data.length(),
        data,
        (byte) 0, //
        ";");
  }

  static byte[] icon(int width, String picture) {
    return little(
        (short) 0,
        (short) 1,
        (short) 1, //
        (byte) width,
        (byte) 0,
        (byte) 0,
        (byte) 0,
        (short) 1,
        (short) 32,
        picture.length(),
        22,
        picture);
  }

  static byte[] profile(int year, String text) {
    byte[] head =
        big(
            0,
            "lcms",
            0x04300000,
            "mntrRGB XYZ ",
            (short) year,
            (short) 1,
            (short) 2,
            0,
            (short) 0,
            "acsp");
    return big(Arrays.copyOf(head, 128), 1, "desc", 144, text.length(), text);
  }

  static byte[] font(long modified, String family) {
    byte[] head =
        big(0x10000, 0x18000, 1, 0x5F0F3CF5, (short) 3, (short) 1000, 0L, modified, padded("", 18));
    byte[] text = family.getBytes(StandardCharsets.UTF_16BE);
    byte[] name =
        big(
            (short) 0,
            (short) 1,
            (short) 18, //
            (short) 3,
            (short) 1,
            (short) 0x409,
            (short) 1,
            (short) text.length,
            (short) 0,
            text);
    return big(
        0x10000,
        (short) 2,
        (short) 16,
        (short) 1,
        (short) 0, //
        "head",
        1,
        44,
        head.length,
        "name",
        2,
        44 + head.length,
        name.length,
        head,
        name);
  }

  /** A catalogue of one message in the order of a machine, and its header. */
  static byte[] messages(boolean little, String revised, String message, String translated) {
    String head = "Language: de\nPO-Revision-Date: " + revised + "\n";
    int text = 28 + 32;
    Object[] fields = {
      0x950412DE,
      0,
      2,
      28,
      28 + 16,
      0,
      0, //
      0,
      text,
      message.length(),
      text + 1, //
      head.length(),
      text + message.length() + 2, //
      translated.length(),
      text + message.length() + head.length() + 3, //
      "\0" + message + "\0" + head + "\0" + translated + "\0"
    };
    return little ? little(fields) : big(fields);
  }
}
