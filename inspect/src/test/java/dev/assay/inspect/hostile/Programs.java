package dev.assay.inspect.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A small program, forged, sound unless its fields are not. */
final class Programs {
  private Programs() {}

  /** Offsets in {@link #elf}. */
  static final int SEGMENTS = 64;

  static final int SEGMENT = 56;
  static final int DYNAMIC = SEGMENTS + 2 * SEGMENT;
  static final int STRINGS = DYNAMIC + 7 * 16;
  static final int HASH = STRINGS + 16;
  static final int VERSIONS = HASH + 16;
  static final int SECTION_NAMES = VERSIONS + 32;
  static final int SECTIONS = SECTION_NAMES + 16;
  static final int SECTION = 64;

  /** Fields of the header. */
  static final int SEGMENTS_AT = 32;

  static final int SECTIONS_AT = 40;
  static final int SEGMENT_SIZE = 54;
  static final int SEGMENT_COUNT = 56;
  static final int SECTION_SIZE = 58;
  static final int SECTION_COUNT = 60;

  private static final long VERDEF = 0x6FFFFFFCL;
  private static final long VERDEFNUM = 0x6FFFFFFDL;

  /**
   * A library of 64 bits for x86 that needs nothing: a segment that is loaded and is all of it, the
   * dynamic one, strings, a hash table, a version, names of sections, two sections.
   */
  static byte[] elf() {
    Draft elf = Draft.little().u8(0x7F, 'E', 'L', 'F', 2, 1, 1).fillTo(0, 16).u16(3, 62).u32(1);
    elf.u64(0, SEGMENTS, SECTIONS).u32(0).u16(64, SEGMENT, 2, SECTION, 2, 1);
    long end = SECTIONS + 2 * SECTION;
    elf.u32(1, 5).u64(0, 0, 0, end, end, 4096);
    elf.u32(2, 6).u64(DYNAMIC, DYNAMIC, DYNAMIC, 7 * 16, 7 * 16, 8);
    elf.u64(5, STRINGS, 10, 16, 6, HASH, 4, HASH, VERDEF, VERSIONS, VERDEFNUM, 1, 0, 0);
    elf.u8(0).text("V_1").fillTo(0, HASH).u32(1, 1, 0, 0);
    elf.u16(1, 0, 2, 1).u32(0, 20, 0).u32(1, 0).fillTo(0, SECTION_NAMES);
    elf.u8(0).text(".shstrtab").fillTo(0, SECTIONS + SECTION);
    elf.u32(1, 3).u64(0, 0, SECTION_NAMES, 16).fillTo(0, (int) end);
    return elf.done();
  }

  /** The program with a field of 2 bytes set. */
  static byte[] with16(int at, int value) {
    byte[] elf = elf();
    ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
    return elf;
  }

  /** The program with a field of 8 bytes set. */
  static byte[] with64(int at, long value) {
    byte[] elf = elf();
    ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
    return elf;
  }

  /** The program with a field of 4 bytes set. */
  static byte[] with32(int at, long value) {
    return Draft.set32(elf(), at, ByteOrder.LITTLE_ENDIAN, value);
  }
}
