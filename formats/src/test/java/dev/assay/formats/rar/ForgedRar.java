package dev.assay.formats.rar;

import dev.assay.formats.Forged;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Archives of both versions from their published layout; no free program writes them. */
final class ForgedRar {
  private final boolean five;
  private final Forged archive = Forged.little();

  private ForgedRar(boolean five) {
    this.five = five;
  }

  static ForgedRar five() {
    ForgedRar rar = new ForgedRar(true);
    rar.archive.text("Rar!").u8(0x1A, 7, 1, 0);
    return rar.block(Forged.little().u8(1, 0, 0).toArray());
  }

  static ForgedRar four() {
    ForgedRar rar = new ForgedRar(false);
    rar.archive.text("Rar!").u8(0x1A, 7, 0);
    return rar.block(Forged.little().u8(0x73).u16(0, 13).fill(0, 6).toArray());
  }

  /** A block with its checksum and, in version 5, its size. */
  ForgedRar block(byte[] header) {
    byte[] told = five ? Forged.little().u8(header.length).bytes(header).toArray() : header;
    CRC32 crc = new CRC32();
    crc.update(told);
    if (five) {
      archive.u32(crc.getValue());
    } else {
      archive.u16((int) crc.getValue());
    }
    archive.bytes(told);
    return this;
  }

  ForgedRar stored(String path, String content) {
    return file(path, 0100644, 0, content.length(), content, 0);
  }

  ForgedRar directory(String path) {
    return five
        ? file5(path, 040755, 1, 0, 0, new byte[0], new byte[0], 0)
        : file4(path, 040755, 0xE0, 0, 0, new byte[0]);
  }

  /**
   * A file.
   *
   * @param method 0 stored, 1 to 5 compressed
   * @param flags of the block: in version 5 8 and 16, in version 4 1, 2 and 4
   */
  ForgedRar file(String path, int mode, int method, long size, String data, int flags) {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    return five
        ? file5(path, mode, 4, method, size, bytes, new byte[0], flags)
        : file4(path, mode, flags, method, size, bytes);
  }

  /** Of version 5, with a record in the extra area. */
  ForgedRar linked(String path, int sort, String target) {
    byte[] record = Forged.little().u8(5, sort, 0, target.length()).text(target).toArray();
    byte[] extra = Forged.little().u8(record.length).bytes(record).toArray();
    return file5(path, 0120777, 4, 0, 0, new byte[0], extra, 0);
  }

  ForgedRar encrypted(String path) {
    byte[] extra = Forged.little().u8(4, 1, 0, 0, 15).toArray();
    return file5(path, 0100644, 4, 0, 6, "secret".getBytes(StandardCharsets.UTF_8), extra, 0);
  }

  private ForgedRar file5(
      String path,
      int mode,
      int kind,
      int method,
      long size,
      byte[] data,
      byte[] extra,
      int flags) {
    Forged header = Forged.little().u8(2, flags | 2 | (extra.length > 0 ? 1 : 0));
    if (extra.length > 0) {
      number(header, extra.length);
    }
    number(header, data.length);
    header.u8(kind);
    number(header, size);
    number(header, mode);
    if ((kind & 4) != 0) {
      header.u32(crc(data));
    }
    number(header, method << 7);
    header.u8(1, path.length()).text(path).bytes(extra);
    block(header.toArray());
    archive.bytes(data);
    return this;
  }

  private ForgedRar file4(String path, int mode, int flags, int method, long size, byte[] data) {
    Forged header = Forged.little().u8(0x74).u16(flags | 0x8000, 32 + path.length());
    header.u32(data.length, size).u8(3).u32(crc(data), 0x21).u8(29, 0x30 + method);
    header.u16(path.length()).u32(mode).text(path.replace('/', '\\'));
    block(header.toArray());
    archive.bytes(data);
    return this;
  }

  private static void number(Forged into, long value) {
    long left = value;
    while (left >= 0x80) {
      into.u8((int) (left & 0x7F) | 0x80);
      left >>= 7;
    }
    into.u8((int) left);
  }

  private static long crc(byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return crc.getValue();
  }

  byte[] end() {
    return five
        ? block(Forged.little().u8(5, 0, 0).toArray()).archive.toArray()
        : block(Forged.little().u8(0x7B).u16(0x4000, 7).toArray()).archive.toArray();
  }

  byte[] open() {
    return archive.toArray();
  }
}
