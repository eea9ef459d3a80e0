package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.nio.ByteOrder;
import java.util.List;

/** Fields of an ELF file in the class and byte order it has, and what its sections hold. */
record ElfBytes(Elf elf) {
  /** SHF_COMPRESSED; behind it kind, size and alignment of what was compressed. */
  private static final long COMPRESSED = 0x800;

  private static final int ZLIB = 1;
  private static final int MAX_INFLATED = 32 << 20;

  /** Sections that are inflated; any number may lie in one place. */
  private static final int MOST_COMPRESSED = 64;

  private static final int MAX_NAME = 4096;

  /** The 32-bit or the 64-bit position of a field. */
  int at(int narrow, int wide) {
    return elf.is64() ? wide : narrow;
  }

  Fields fields(long offset, int size) {
    return fields(elf.content().block(offset, size));
  }

  Fields fields(Block block) {
    return new Fields(block, elf.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** An address, offset or size: 4 or 8 bytes. */
  long address(Fields fields, int at) {
    return elf.is64() ? fields.i64(at) : fields.u32(at);
  }

  /** What a section holds, inflated where that is possible; nothing where it is not in the file. */
  Bytes of(Section section) {
    if (!SectionPlaces.isInside(elf, section)) {
      return Bytes.of(new byte[0]);
    }
    Bytes stored = elf.content().slice(section.offset(), section.size());
    int head = at(12, 24);
    if (!isCompressed(section) || stored.size() < head || isTooMuch()) {
      return stored;
    }
    try {
      return fields(stored.block(0, 4)).u32(0) == ZLIB
          ? Bytes.of(Inflated.of(stored.from(head), false, MAX_INFLATED))
          : stored;
    } catch (Malformed damaged) {
      return stored;
    }
  }

  private static boolean isCompressed(Section section) {
    return (section.flags() & COMPRESSED) != 0;
  }

  private boolean isTooMuch() {
    return elf.sections().stream().filter(ElfBytes::isCompressed).count() > MOST_COMPRESSED;
  }

  /** A text of a table of strings; empty where there is none. */
  String text(Section table, long at) {
    return SectionPlaces.isInside(elf, table) && at >= 0 && at < table.size()
        ? elf.content()
            .blockUpTo(table.offset() + at, (int) Math.min(MAX_NAME, table.size() - at))
            .cString(0, MAX_NAME)
        : "";
  }

  /** The name of a section; of a reserved number what it stands for. */
  String sectionName(int number) {
    List<Section> all = elf.sections();
    return switch (number) {
      case 0 -> "undefined";
      case 0xFFF1 -> "absolute";
      case 0xFFF2 -> "common";
      default -> number < all.size() ? all.get(number).name() : "section " + number;
    };
  }
}
