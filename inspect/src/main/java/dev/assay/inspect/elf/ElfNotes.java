package dev.assay.inspect.elf;

import dev.assay.formats.Block;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfNote;
import java.util.HexFormat;

/**
 * What the GNU notes say: the system whose interface is used (type 1), build id (type 3) and
 * program properties (type 5, Linux extensions to the gABI).
 *
 * @param linux whether the program was linked for Linux with the GNU C library
 * @param features bits of GNU_PROPERTY_X86_FEATURE_1_AND or GNU_PROPERTY_AARCH64_FEATURE_1_AND
 */
record ElfNotes(boolean linux, String buildId, long features) {
  private static final long ABI = 1;
  private static final long BUILD_ID = 3;
  private static final long PROPERTIES = 5;
  private static final long X86_FEATURES = 0xC0000002L;
  private static final long AARCH64_FEATURES = 0xC0000000L;

  static ElfNotes of(Elf elf) {
    ElfNotes found = new ElfNotes(false, "", 0);
    for (ElfNote note : ElfNote.of(elf)) {
      if (note.owner().equals("GNU")) {
        found = found.with(note.type(), note.body(), elf.is64(), elf.isLittleEndian());
      }
    }
    return found;
  }

  private ElfNotes with(long type, Block body, boolean is64, boolean little) {
    if (type == ABI) {
      return body.size() >= 4 && word(body, 0, little) == 0
          ? new ElfNotes(true, buildId, features)
          : this;
    }
    if (type == BUILD_ID) {
      String id = HexFormat.of().formatHex(body.bytes(0, Math.min(body.size(), 64)));
      return new ElfNotes(linux, id, features);
    }
    return type == PROPERTIES
        ? new ElfNotes(linux, buildId, features | features(body, is64, little))
        : this;
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
