package dev.assay.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small archives whose every byte is known. */
final class Forged {
  private Forged() {}

  static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Numbers of their widths in an order, texts and bytes as they are. */
  static byte[] fields(ByteOrder order, Object... fields) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object field : fields) {
      all.writeBytes(
          switch (field) {
            case Byte one -> new byte[] {one};
            case Short two -> ByteBuffer.allocate(2).order(order).putShort(two).array();
            case Integer four -> ByteBuffer.allocate(4).order(order).putInt(four).array();
            case Long eight -> ByteBuffer.allocate(8).order(order).putLong(eight).array();
            case String text -> bytes(text);
            case byte[] raw -> raw;
            default -> throw new IllegalArgumentException(field.toString());
          });
    }
    return all.toByteArray();
  }

  static byte[] big(Object... fields) {
    return fields(ByteOrder.BIG_ENDIAN, fields);
  }

  static byte[] little(Object... fields) {
    return fields(ByteOrder.LITTLE_ENDIAN, fields);
  }

  /** A text filled up with NULs. */
  static byte[] padded(String text, int size) {
    return Arrays.copyOf(bytes(text), size);
  }

  /** The bytes with others in their place. */
  static byte[] with(byte[] bytes, int at, String latin1) {
    byte[] changed = bytes.clone();
    System.arraycopy(bytes(latin1), 0, changed, at, latin1.length());
    return changed;
  }

  /** One member of a gzip file. */
  static byte[] gzip(String content, String name, String comment, int mtime) {
    CRC32 crc = new CRC32();
    crc.update(bytes(content));
    int flags = (name.isEmpty() ? 0 : 8) | (comment.isEmpty() ? 0 : 16);
    ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 0x1F).put((byte) 0x8B).put((byte) 8).put((byte) flags).putInt(mtime);
    head.put((byte) 0).put((byte) 3);
    ByteBuffer tail = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    tail.putInt((int) crc.getValue()).putInt(content.length());
    return concat(
        head.array(),
        name.isEmpty() ? new byte[0] : bytes(name + "\0"),
        comment.isEmpty() ? new byte[0] : bytes(comment + "\0"),
        deflated(content),
        tail.array());
  }

  private static byte[] deflated(String content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes(content));
    deflater.finish();
    byte[] out = new byte[content.length() * 2 + 64];
    return Arrays.copyOf(out, deflater.deflate(out));
  }

  static byte[] zip(String comment, String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        ZipEntry entry = new ZipEntry(namesAndTexts[i]);
        entry.setTime(1_000_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(bytes(namesAndTexts[i + 1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A ustar archive of one file. */
  static byte[] tar(String name, String text, int mode, String owner, int mtime) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, octal(mode, 7));
    put(header, 108, octal(0, 7));
    put(header, 116, octal(0, 7));
    put(header, 124, octal(text.length(), 11));
    put(header, 136, octal(mtime, 11));
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar\00000");
    put(header, 265, owner);
    int sum = 0;
    for (byte each : header) {
      sum += each & 255;
    }
    put(header, 148, octal(sum, 6) + "\0 ");
    byte[] content = Arrays.copyOf(bytes(text), (text.length() + 511) / 512 * 512);
    return concat(header, content, new byte[1024]);
  }

  private static String octal(int value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", value);
  }

  private static void put(byte[] into, int at, String text) {
    System.arraycopy(bytes(text), 0, into, at, text.length());
  }

  static byte[] ar(String name, String text, int mtime) {
    String header =
        String.format(
            Locale.ROOT,
            "%-16s%-12d%-6d%-6d%-8s%-10d`\n",
            name + "/",
            mtime,
            0,
            0,
            "100644",
            text.length());
    return bytes("!<arch>\n" + header + text + ((text.length() & 1) == 1 ? "\n" : ""));
  }

  /** A cpio archive of one file, in the form 070701. */
  static byte[] cpio(String name, String text, int mode, int mtime) {
    return concat(
        cpioMember(name, text, 0100000 | mode, mtime), cpioMember("TRAILER!!!", "", 0, 0));
  }

  private static byte[] cpioMember(String name, String text, int mode, int mtime) {
    StringBuilder header = new StringBuilder("070701");
    int[] fields = {1, mode, 0, 0, 1, mtime, text.length(), 0, 0, 0, 0, name.length() + 1, 0};
    for (int field : fields) {
      header.append(String.format(Locale.ROOT, "%08X", field));
    }
    return concat(padded(header + name + "\0"), padded(text));
  }

  private static byte[] padded(String text) {
    return Arrays.copyOf(bytes(text), text.length() + 3 & ~3);
  }

  /** A frame that decoders of Zstandard and LZ4 skip. */
  static byte[] skippable(String held) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x184D2A53).putInt(held.length());
    return concat(head.array(), bytes(held));
  }
}
