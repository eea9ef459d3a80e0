package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

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

  /** Two pages: comments of Vorbis, and data. */
  static byte[] ogg(String title, String data) {
    String field = "TITLE=" + title;
    byte[] comments = little("\3vorbis", 3, "lib", 1, field.length(), field, (byte) 1);
    return concat(page(0, comments), page(1, bytes(data)));
  }

  private static byte[] page(int number, byte[] data) {
    return little("OggS\0\0", 0L, 7, number, 0, (byte) 1, (byte) data.length, data);
  }

  static byte[] sound(String title, String data) {
    byte[] frame = big("TIT2", title.length() + 1, (short) 0, (byte) 3, title);
    return concat(big("ID3\4\0\0", frame.length + 4, frame, 0), bytes(data));
  }

  static byte[] capture(int time, String packet) {
    return little(
        0xA1B2C3D4,
        (short) 2,
        (short) 4,
        0,
        0,
        65_535,
        1, //
        time,
        5,
        packet.length(),
        packet.length(),
        packet, //
        9,
        5,
        1,
        60,
        "x");
  }

  /** An index of one file and an extension. */
  static byte[] gitIndex(int mode, String object) {
    byte[] entry = big(1, 2, 3, 4, 5, 6, mode, 0, 0, 12, padded(object, 20), (short) 5, "a.txt");
    return big(
        "DIRC",
        2,
        1,
        Arrays.copyOf(entry, (62 + 5 + 8) / 8 * 8),
        "TREE",
        3,
        "abc",
        padded("sum", 20));
  }

  static byte[] keybox(int created, String key) {
    byte[] head = big(32, (byte) 1, (byte) 1, (short) 0, "KBXf", 0, created, 9, padded("", 8));
    byte[] blob =
        big(
            (byte) 2,
            (byte) 1,
            (short) 0,
            40,
            key.length(),
            (short) 1,
            (short) 28,
            "fingerprint of 20 by",
            key);
    return concat(head, big(blob.length + 4, blob));
  }

  /** A key, its user, and a signature. */
  static byte[] pgpKey(int made, String user) {
    byte[] key = big((byte) 4, made, (byte) 1, padded("numbers", 250));
    return big(
        (byte) 0x99,
        (short) key.length,
        key, //
        (byte) 0xB4,
        (byte) user.length(),
        user, //
        (byte) 0xC2,
        (byte) 9,
        "signature");
  }

  static byte[] pdf(String date, String id, String title, String stream) {
    return bytes(
        "%PDF-1.4\n1 0 obj\n<< /Title ("
            + title
            + ") /CreationDate (D:"
            + date
            + ") >>\nendobj\n2 0 obj\n<< /Length "
            + stream.length()
            + " >>\nstream\n"
            + stream
            + "\nendstream\nendobj\ntrailer\n<< /Info 1 0 R /ID ["
            + ("<" + id.repeat(32) + ">").repeat(2)
            + "] >>\n%%EOF\n");
  }

  /** A page that describes, and a leaf of one key. */
  static byte[] berkeley(String key, String value) {
    byte[] meta = little(0L, 0, 0x53162, 9, 512, (byte) 0, (byte) 9, (short) 0, padded("", 44));
    byte[] leaf =
        little(0L, 1, 0, 0, (short) 2, (short) 0, (byte) 1, (byte) 5, (short) 100, (short) 200);
    byte[] page = Arrays.copyOf(leaf, 512);
    byte[] first = little((short) key.length(), (byte) 1, key);
    byte[] second = little((short) value.length(), (byte) 1, value);
    System.arraycopy(first, 0, page, 100, first.length);
    System.arraycopy(second, 0, page, 200, second.length);
    return concat(Arrays.copyOf(meta, 512), page);
  }

  static byte[] inventory(String version, String name) {
    String head = "# Sphinx inventory version 2\n# Project: x\n# Version: " + version;
    return concat(bytes(head + "\n# compressed\n"), namesAlone(name));
  }

  static byte[] namesAlone(String name) {
    return zlib(name + " py:module 0 api.html -\n");
  }

  static byte[] zlib(String content) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes(content));
    deflater.finish();
    byte[] out = new byte[content.length() + 64];
    int size = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, size);
  }
}
