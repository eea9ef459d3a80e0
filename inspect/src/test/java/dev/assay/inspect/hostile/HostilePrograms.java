package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Programs.DYNAMIC;
import static dev.assay.inspect.hostile.Programs.SECTIONS;
import static dev.assay.inspect.hostile.Programs.SECTION_NAMES;
import static dev.assay.inspect.hostile.Programs.SEGMENT;
import static dev.assay.inspect.hostile.Programs.SEGMENTS;
import static dev.assay.inspect.hostile.Programs.VERSIONS;
import static dev.assay.inspect.hostile.Programs.elf;
import static dev.assay.inspect.hostile.Programs.with16;
import static dev.assay.inspect.hostile.Programs.with32;
import static dev.assay.inspect.hostile.Programs.with64;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

/** ELF files whose headers lie. */
final class HostilePrograms extends HostileTable {
  private static final int DYNAMIC_HEADER = SEGMENTS + SEGMENT;

  @Override
  void fill() {
    cut();
    wrapped();
    counted();
    overlapping();
  }

  private void cut() {
    group("ELF files that end");
    row("without a lie", elf(), NONE);
    row("in the program headers", Archives.cut(elf(), DYNAMIC_HEADER + 9), "elf.program-headers");
    row("in the dynamic segment", Archives.cut(elf(), DYNAMIC + 9), "elf.dynamic");
    row("before the names of sections", Archives.cut(elf(), SECTION_NAMES), "elf.section-headers");
    row("in the section headers", Archives.cut(elf(), SECTIONS + 9), "elf.section-headers");
  }

  private void wrapped() {
    group("ELF offsets that wrap");
    row("program headers at 2^63 - 1", with64(32, Long.MAX_VALUE), "elf.program-headers");
    row("program headers at 2^64 - 56", with64(32, -56), "elf.program-headers");
    row("section headers at 2^63 - 1", with64(40, Long.MAX_VALUE), "elf.section-headers");
    row("section headers at 2^64 - 64", with64(40, -64), "elf.section-headers");
    row("dynamic segment at 2^63 - 1", with64(DYNAMIC_HEADER + 8, Long.MAX_VALUE), "elf.dynamic");
    row("dynamic segment at 2^64 - 16", with64(DYNAMIC_HEADER + 8, -16), "elf.dynamic");
    int names = SECTIONS + Programs.SECTION;
    row("names of sections at 2^64 - 1", with64(names + 24, -1), "elf.section-names");
    row("names of sections of 2^63 bytes", with64(names + 32, 1L << 63), "elf.section-names");
    row("version whose next is 4 GiB away", manyVersions(0xFFFFFFFFL), NONE);
    row("loaded segment at 2^63 - 1", with64(SEGMENTS + 8, Long.MAX_VALUE), NONE);
  }

  private void counted() {
    group("ELF counts");
    row("65,535 program headers", with16(Programs.SEGMENT_COUNT, 65_535), "elf.program-headers");
    row("program headers of no bytes", with16(Programs.SEGMENT_SIZE, 0), "elf.program-headers");
    row("65,535 sections", with16(Programs.SECTION_COUNT, 65_535), "elf.section-headers");
    row("sections of one byte", with16(Programs.SECTION_SIZE, 1), "elf.section-headers");
    row("hash table of 2^32 - 1 symbols", with32(Programs.HASH + 4, 0xFFFFFFFFL), NONE);
    row("strings of 2^64 - 1 bytes", with64(DYNAMIC + 24, -1), NONE);
    byte[] none = with64(DYNAMIC_HEADER + 32, 0);
    row("dynamic segment of no bytes", none, NONE);
    byte[] gone = Draft.set32(none, DYNAMIC_HEADER + 8, LITTLE_ENDIAN, 1 << 20);
    row("dynamic segment of no bytes behind the end", gone, NONE);
    row("dynamic segment of 2^60 bytes", with64(DYNAMIC_HEADER + 32, 1L << 60), "elf.dynamic");
  }

  private void overlapping() {
    group("ELF parts that overlap");
    row("dynamic segment in the header", with64(DYNAMIC_HEADER + 8, 0), NONE);
    row("program headers in the section headers", with64(32, SECTIONS), NONE);
    row("section headers in the program headers", with64(40, SEGMENTS), NONE);
    row("versions in their own names", with64(DYNAMIC + 9 * 8, Programs.STRINGS), NONE);
    row("version whose next is itself", manyVersions(0), NONE);
    row("4,294,967,295 versions that overlap", manyVersions(1), NONE);
  }

  /** As many versions as can be, each so far behind the other. */
  private static byte[] manyVersions(long apart) {
    byte[] elf = with64(DYNAMIC + 11 * 8, 0xFFFFFFFFL);
    return Draft.set32(elf, VERSIONS + 16, LITTLE_ENDIAN, apart);
  }
}
