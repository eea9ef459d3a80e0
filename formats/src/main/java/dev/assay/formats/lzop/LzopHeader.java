package dev.assay.formats.lzop;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/**
 * Header of a stream.
 *
 * @param end offset of the first block
 * @param sound whether its checksum is right
 */
record LzopHeader(int method, int flags, long end, boolean sound) {
  static final byte[] MAGIC = {(byte) 0x89, 'L', 'Z', 'O', 0, 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int LARGEST = 512;
  private static final int EXTRA = 0x40;
  private static final int FILTER = 0x800;
  private static final int HEADER_CRC = 0x1000;

  /** Checksums in front of a block: of what it decodes to, and of its bytes. */
  int decodedChecksums() {
    return Integer.bitCount(flags & 0x101);
  }

  int compressedChecksums() {
    return Integer.bitCount(flags & 0x202);
  }

  /** The checksums of what a block decodes to, in their order. */
  List<Checksum> checksums() {
    List<Checksum> all = new ArrayList<>();
    if ((flags & 1) != 0) {
      all.add(new Adler32());
    }
    if ((flags & 0x100) != 0) {
      all.add(new CRC32());
    }
    return all;
  }

  /** Whether what was compressed is not the content itself, but a filter's answer to it. */
  boolean isFiltered() {
    return (flags & FILTER) != 0;
  }

  static boolean isAt(Bytes content, long at) {
    return content.has(at, MAGIC);
  }

  /**
   * @throws Malformed where the header is cut
   */
  static LzopHeader read(Bytes content, long at) {
    Block head = content.blockUpTo(at, LARGEST);
    boolean recent = head.u16be(9) >= 0x0940;
    int next = recent ? 15 : 13;
    int method = head.u8(next);
    next += recent ? 2 : 1;
    int flags = head.i32be(next);
    next += 4 + ((flags & FILTER) != 0 ? 4 : 0) + (recent ? 12 : 8);
    next += 1 + head.u8(next);
    Checksum checksum = (flags & HEADER_CRC) != 0 ? new CRC32() : new Adler32();
    checksum.update(head.bytes(MAGIC.length, next - MAGIC.length), 0, next - MAGIC.length);
    boolean sound = head.u32be(next) == checksum.getValue();
    long end = at + next + 4;
    if ((flags & EXTRA) != 0) {
      end += 8 + content.block(end, 4).u32be(0);
    }
    return new LzopHeader(method, flags, end, sound);
  }
}
