package dev.assay.inspect.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Segment;
import java.util.HexFormat;

/**
 * What the GNU notes say: the system whose interface is used (type 1), build id (type 3) and
 * program properties (type 5, Linux extensions to the gABI).
 *
 * @param linux whether the program was linked for Linux with the GNU C library
 * @param features bits of GNU_PROPERTY_X86_FEATURE_1_AND or GNU_PROPERTY_AARCH64_FEATURE_1_AND
 */
record ElfNotes(boolean linux, String buildId, long features) {
  private static final int ABI = 1;
  private static final int BUILD_ID = 3;
  private static final int PROPERTIES = 5;
  private static final long X86_FEATURES = 0xC0000002L;
  private static final long AARCH64_FEATURES = 0xC0000000L;
  private static final int MAX_NOTES = 1 << 16;

  static ElfNotes of(Elf elf) {
    ElfNotes found = new ElfNotes(false, "", 0);
    for (Segment segment : elf.segments()) {
      if (segment.type() == Segment.NOTE || segment.type() == Segment.GNU_PROPERTY) {
        try {
          found = found.with(elf, segment);
        } catch (Malformed damaged) {
          // Notes are optional; a damaged one tells nothing.
        }
      }
    }
    return found;
  }

  private ElfNotes with(Elf elf, Segment segment) {
    boolean little = elf.isLittleEndian();
    Block notes =
        elf.content()
            .blockUpTo(segment.offset(), (int) Math.clamp(segment.fileSize(), 0, MAX_NOTES));
    ElfNotes found = this;
    int at = 0;
    while (at + 12 <= notes.size()) {
      int nameSize = word(notes, at, little);
      int size = word(notes, at + 4, little);
      int type = word(notes, at + 8, little);
      int start = at + 12 + padded(nameSize, 4);
      if (nameSize < 0 || size < 0 || start < 0 || start > notes.size() - size) {
        break;
      }
      if (nameSize == 4 && notes.latin1(at + 12, 3).equals("GNU")) {
        Block body = notes.slice(start, size);
        found = found.with(type, body, elf.is64(), little);
      }
      at = start + padded(size, type == PROPERTIES && elf.is64() ? 8 : 4);
    }
    return found;
  }

  private ElfNotes with(int type, Block body, boolean is64, boolean little) {
    return switch (type) {
      case ABI ->
          body.size() >= 4 && word(body, 0, little) == 0
              ? new ElfNotes(true, buildId, features)
              : this;
      case BUILD_ID ->
          new ElfNotes(
              linux, HexFormat.of().formatHex(body.bytes(0, Math.min(body.size(), 64))), features);
      case PROPERTIES -> new ElfNotes(linux, buildId, features | features(body, is64, little));
      default -> this;
    };
  }

  private static long features(Block body, boolean is64, boolean little) {
    long features = 0;
    int at = 0;
    while (at + 8 <= body.size()) {
      long type = Integer.toUnsignedLong(word(body, at, little));
      int size = word(body, at + 4, little);
      if (size < 0 || size > body.size() - at - 8) {
        break;
      }
      if ((type == X86_FEATURES || type == AARCH64_FEATURES) && size >= 4) {
        features |= Integer.toUnsignedLong(word(body, at + 8, little));
      }
      at += 8 + padded(size, is64 ? 8 : 4);
    }
    return features;
  }

  private static int word(Block block, int at, boolean little) {
    return little ? block.i32le(at) : block.i32be(at);
  }

  private static int padded(int size, int unit) {
    return size + unit - 1 & -unit;
  }
}
