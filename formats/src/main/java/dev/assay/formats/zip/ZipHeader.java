package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.Zeros;

/**
 * What a local or central header says of a member.
 *
 * @param host system of the writer (3: Unix); 0 in local headers
 * @param external attributes of that system
 * @param local offset of the local header as stored
 * @param end offset after this header
 */
record ZipHeader(
    byte[] name,
    int host,
    int flags,
    int method,
    int crc,
    long compressedSize,
    long size,
    int external,
    long local,
    int uid,
    int gid,
    long end) {
  static final int CENTRAL_MAGIC = 0x02014B50;
  static final int LOCAL_MAGIC = 0x04034B50;
  private static final int CENTRAL = 46;
  private static final int LOCAL = 30;
  private static final long UNKNOWN32 = 0xFFFF_FFFFL;

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  /** Whether sizes and CRC stand behind the data. */
  boolean hasDescriptor() {
    return (flags & 8) != 0;
  }

  static boolean isLocal(Bytes content, long at) {
    return at >= 0 && content.size() - at >= LOCAL && content.block(at, 4).i32le(0) == LOCAL_MAGIC;
  }

  /**
   * Offset of the first byte from {@code from} on that does not only fill up: headers without name
   * and data, whose extra field is zero, as the builders of Android packages put before members to
   * move them (zipflinger, {@code VirtualEntry}).
   */
  static long fill(Bytes content, long from, long end) {
    long at = from;
    while (end - at >= LOCAL && isLocal(content, at)) {
      Block header = content.block(at, LOCAL);
      long next = at + LOCAL + header.u16le(28);
      boolean empty =
          header.u32le(14) == 0
              && header.u32le(18) == 0
              && header.u32le(22) == 0
              && header.u16le(26) == 0;
      if (!empty || next > end || Zeros.after(content.slice(0, next), at + LOCAL) < next) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /**
   * @param directory the whole central directory
   * @param at offset in it
   * @throws Malformed {@code zip.directory} where there is no header
   */
  static ZipHeader central(Block directory, int at) {
    if (directory.size() - at < CENTRAL || directory.i32le(at) != CENTRAL_MAGIC) {
      throw new Malformed(
          "zip.directory",
          at,
          "expected a central header, found none; the rest of the directory is not read");
    }
    int name = directory.u16le(at + 28);
    int extra = directory.u16le(at + 30);
    int comment = directory.u16le(at + 32);
    ZipExtra fields =
        ZipExtra.read(
            directory.slice(at + CENTRAL + name, extra),
            directory.u32le(at + 24) == UNKNOWN32,
            directory.u32le(at + 20) == UNKNOWN32,
            directory.u32le(at + 42) == UNKNOWN32);
    return new ZipHeader(
        directory.bytes(at + CENTRAL, name),
        directory.u8(at + 5),
        directory.u16le(at + 8),
        directory.u16le(at + 10),
        directory.i32le(at + 16),
        fields.compressedSize().orElse(directory.u32le(at + 20)),
        fields.size().orElse(directory.u32le(at + 24)),
        directory.i32le(at + 38),
        fields.offset().orElse(directory.u32le(at + 42)),
        fields.uid(),
        fields.gid(),
        at + (long) CENTRAL + name + extra + comment);
  }

  /**
   * @return the header; its {@code end} is where the data starts
   * @throws Malformed {@code zip.local-header} where there is none
   */
  static ZipHeader local(Bytes content, long at) {
    if (!isLocal(content, at)) {
      throw new Malformed("zip.local-header", at, "expected a local header, found none");
    }
    Block block = content.block(at, LOCAL);
    int name = block.u16le(26);
    int extra = block.u16le(28);
    ZipExtra fields =
        ZipExtra.read(
            content.block(at + LOCAL + name, extra),
            block.u32le(22) == UNKNOWN32,
            block.u32le(18) == UNKNOWN32,
            false);
    return new ZipHeader(
        content.block(at + LOCAL, name).bytes(0, name),
        0,
        block.u16le(6),
        block.u16le(8),
        block.i32le(14),
        fields.compressedSize().orElse(block.u32le(18)),
        fields.size().orElse(block.u32le(22)),
        0,
        at,
        fields.uid(),
        fields.gid(),
        at + LOCAL + name + extra);
  }
}
