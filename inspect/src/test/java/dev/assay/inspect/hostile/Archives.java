package dev.assay.inspect.hostile;

import dev.assay.inspect.Zipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** Archives and streams as their usual writers write them. */
final class Archives {
  private Archives() {}

  private interface Writer {
    void write(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What each member is: {@code path=text}, {@code path->target}, {@code path=>hard link}. */
  static byte[] tar(String... members) {
    return written(
        out -> {
          try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String member : members) {
              put(tar, member);
            }
          }
        });
  }

  private static void put(TarArchiveOutputStream tar, String member) throws IOException {
    if (member.contains("->") || member.contains("=>")) {
      String[] parts = member.split("->|=>", 2);
      byte type = member.contains("->") ? TarArchiveEntry.LF_SYMLINK : TarArchiveEntry.LF_LINK;
      TarArchiveEntry entry = new TarArchiveEntry(parts[0], type, true);
      entry.setLinkName(parts[1]);
      tar.putArchiveEntry(entry);
    } else {
      String[] parts = member.split("=", 2);
      byte[] content = (parts.length < 2 ? "x" : parts[1]).getBytes(StandardCharsets.ISO_8859_1);
      TarArchiveEntry entry = new TarArchiveEntry(parts[0], true);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
    }
    tar.closeArchiveEntry();
  }

  static byte[] tarOf(String name, byte[] content) {
    return tar(name + "=" + new String(content, StandardCharsets.ISO_8859_1));
  }

  static byte[] zip(String... names) {
    return written(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
              zip.putNextEntry(new ZipEntry(name));
              zip.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
              zip.closeEntry();
            }
          }
        });
  }

  static byte[] zipOf(String name, byte[] content) {
    return Zipped.zip(name, content);
  }

  /** New ASCII format, without checksums. */
  static byte[] cpio(String... members) {
    Draft cpio = Draft.big();
    for (String member : members) {
      String[] parts = member.split("=", 2);
      cpioMember(cpio, parts[0], parts.length < 2 ? "x" : parts[1]);
    }
    return cpioMember(cpio, "TRAILER!!!", "").done();
  }

  private static Draft cpioMember(Draft cpio, String name, String text) {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    cpio.text(
        String.format(
            "070701%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x%08x",
            cpio.size(), 0100644, 0, 0, 1, 0, text.length(), 0, 0, 0, 0, raw.length + 1, 0));
    cpio.bytes(raw).u8(0).fillTo(0, (cpio.size() + 3) / 4 * 4);
    return cpio.text(text).fillTo(0, (cpio.size() + 3) / 4 * 4);
  }

  static byte[] ar(String name, String size, String content) {
    return Draft.big()
        .text("!<arch>\n")
        .text(String.format("%-16s%-12s%-6s%-6s%-8s%-10s`\n", name, "0", "0", "0", "100644", size))
        .text(content)
        .done();
  }

  static byte[] gzip(byte[] content) {
    return written(
        out -> {
          try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
          }
        });
  }

  static byte[] zlib(byte[] content) {
    return written(
        out -> {
          try (OutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(content);
          }
        });
  }

  static byte[] bzip2(byte[] content) {
    return written(
        out -> {
          try (OutputStream bzip2 = new BZip2CompressorOutputStream(out)) {
            bzip2.write(content);
          }
        });
  }

  static byte[] xz(byte[] content) {
    return written(
        out -> {
          try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
            xz.write(content);
          }
        });
  }

  static byte[] lz4(byte[] content) {
    return written(
        out -> {
          try (OutputStream lz4 = new FramedLZ4CompressorOutputStream(out)) {
            lz4.write(content);
          }
        });
  }

  static byte[] lzma(byte[] content) {
    return written(
        out -> {
          try (OutputStream lzma = new LZMAOutputStream(out, new LZMA2Options(1), content.length)) {
            lzma.write(content);
          }
        });
  }

  /**
   * An lzip member of version 1.
   *
   * @param dictionary its size as coded, 2^12 to 2^29
   */
  static byte[] lzip(byte[] content, int dictionary) {
    byte[] stream =
        written(
            out -> {
              try (OutputStream lzma = new LZMAOutputStream(out, new LZMA2Options(1), true)) {
                lzma.write(content);
              }
            });
    CRC32 crc = new CRC32();
    crc.update(content);
    Draft lzip = Draft.little().text("LZIP").u8(1, dictionary).bytes(stream);
    return lzip.u32(crc.getValue()).u64(content.length, stream.length + 26L).done();
  }

  /** A uImage of a firmware, not compressed. */
  static byte[] uimage(byte[] payload) {
    CRC32 data = new CRC32();
    data.update(payload);
    Draft header = Draft.big().u32(0x27051956L, 0, 0, payload.length, 0, 0, data.getValue());
    header.u8(5, 2, 5, 0).text("forged", 32);
    CRC32 crc = new CRC32();
    crc.update(header.done());
    byte[] sound = Draft.set32(header.done(), 4, java.nio.ByteOrder.BIG_ENDIAN, crc.getValue());
    return Draft.big().bytes(sound).bytes(payload).done();
  }

  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length);
  }

  static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at < 0 ? bytes.length + at : at] ^= 1;
    return changed;
  }

  /** Every place of {@code wanted} overwritten with {@code with}, equally long. */
  static byte[] replaced(byte[] bytes, String wanted, String with) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace(wanted, with).getBytes(StandardCharsets.ISO_8859_1);
  }
}
