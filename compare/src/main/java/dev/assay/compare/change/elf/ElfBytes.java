package dev.assay.compare.change.elf;

import dev.assay.compare.change.Inflated;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodecs;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.nio.ByteOrder;
import java.util.List;

/** Fields of an ELF file in the class and byte order it has, and what its sections hold. */
record ElfBytes(Elf elf) {
  /** SHF_COMPRESSED; behind it kind, size and alignment of what was compressed. */
  private static final long COMPRESSED = 0x800;

  private static final int ZLIB = 1;
  private static final int ZSTD = 2;

  /** What a frame of zstd cannot do better than. */
  private static final long MAX_RATIO = 40_000;

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

  /** A section as it is stored; it must be in the file and have less than 2 GiB. */
  Block block(Section section) {
    return elf.content().block(section.offset(), (int) section.size());
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
      Fields fields = fields(stored.block(0, head));
      return switch ((int) fields.u32(0)) {
        case ZLIB -> Bytes.of(Inflated.of(stored.from(head), false, MAX_INFLATED));
        case ZSTD -> zstd(stored.from(head), address(fields, at(4, 8)));
        default -> stored;
      };
    } catch (Malformed damaged) {
      return stored;
    }
  }

  /**
   * @param size that it says it has when it is decompressed
   */
  private static Bytes zstd(Bytes frames, long size) {
    if (size < 0 || size > MAX_INFLATED || size > frames.size() * MAX_RATIO) {
      throw new Malformed("zstd.size", -1, size + " bytes from " + frames.size());
    }
    byte[] all = new byte[(int) size];
    byte[] in = frames.toArray(MAX_INFLATED);
    int done = BlockCodecs.zstd().decompress(in, 0, in.length, all, 0, all.length);
    return Bytes.of(all, 0, done);
  }

  /** Where a section is when the program runs. */
  long address(Section section) {
    return address(fields(section.headerAt(), at(40, 64)), at(12, 16));
  }

  /** Which section a table of relocations is about. */
  long about(Section section) {
    return fields(section.headerAt(), at(40, 64)).u32(at(28, 44));
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
