package dev.assay.formats.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A version that a library defines for its symbols, such as {@code GLIBC_2.34}. Linux Standard Base
 * Core 5.0, 10.7.2: entries of {@code Elfxx_Verdef}, each with its name in the first {@code
 * Elfxx_Verdaux}.
 *
 * @param at where in the file the entry stands, in bytes
 */
public record VersionDefinition(String name, long at) {
  private static final int MAX_DEFINITIONS = 4096;
  private static final int MAX_NAME = 256;
  private static final int ENTRY_SIZE = 20;
  private static final int NAME_SIZE = 4;

  /** {@code VER_FLG_BASE}: names the file itself. */
  private static final int BASE = 1;

  /** The versions in the order of the file; what is damaged ends them and is a problem. */
  public static List<VersionDefinition> of(Elf elf) {
    List<VersionDefinition> found = new ArrayList<>();
    long start = elf.offsetOf(elf.dynamic().value(DynamicEntry.VERDEF));
    long count = elf.dynamic().value(DynamicEntry.VERDEFNUM);
    if (!elf.dynamic().has(DynamicEntry.VERDEF) || start < 0) {
      return found;
    }
    try {
      long at = start;
      for (int i = 0; i < Math.clamp(count, 0, MAX_DEFINITIONS); i++) {
        long next = read(elf, at, found);
        if (next == 0) {
          break;
        }
        at += next;
      }
    } catch (Malformed damaged) {
      elf.problem("elf.versions", start, damaged.getMessage() + "; read up to there");
    }
    return found;
  }

  /** Bytes to the next entry, 0 after the last. */
  private static long read(Elf elf, long at, List<VersionDefinition> found) {
    ElfFields fields = elf.fields();
    Block entry = elf.content().block(at, ENTRY_SIZE);
    if ((fields.half(entry, 2) & BASE) == 0) {
      long name = fields.word(elf.content().block(at + fields.word(entry, 12), NAME_SIZE), 0);
      Bytes strings = elf.dynamic().strings();
      if (name < strings.size()) {
        found.add(
            new VersionDefinition(strings.blockUpTo(name, MAX_NAME).cString(0, MAX_NAME), at));
      }
    }
    return fields.word(entry, 16);
  }
}
