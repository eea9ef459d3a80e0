package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How functions of linked programs for 32-bit Arm are unwound: the index table {@code .ARM.exidx}
 * (Exception Handling ABI for the Arm Architecture, “Index table entries”).
 */
final class ArmUnwinding {
  private static final int ARM = 40;
  private static final int MAX = 4 << 20;
  private static final int ROW = 8;
  private static final int NEVER = 1;

  private ArmUnwinding() {}

  static void between(
      Elf before, ElfSpace space, Elf after, ElfSpace other, int most, List<Aspect> into) {
    Sets.values(".ARM.exidx entry of", rows(before, space), rows(after, other), most, into);
  }

  private static Map<String, String> rows(Elf elf, ElfSpace space) {
    Optional<Section> section = elf.section(".ARM.exidx");
    Map<String, String> found = new TreeMap<>();
    if (section.isEmpty() || elf.machine() != ARM || elf.type() == Elf.RELOCATABLE) {
      return found;
    }
    ElfBytes bytes = new ElfBytes(elf);
    Bytes content = bytes.of(section.get());
    Block table = content.head((int) Math.min(MAX, content.size()));
    Fields fields = bytes.fields(table);
    for (int at = 0; at + ROW <= table.size(); at += ROW) {
      long place = space.base(section.get()) + at;
      found.put(space.name(target(fields.i32(at), place)), unwinding(fields, at + 4));
    }
    return found;
  }

  /** A place 31 bits away from where that is said. */
  private static long target(int word, long place) {
    return place + (word << 1 >> 1) & 0xFFFF_FFFFL;
  }

  private static String unwinding(Fields fields, int at) {
    int word = fields.i32(at);
    if (word == NEVER) {
      return "cannot be unwound";
    }
    return word < 0 ? "inline 0x%08x".formatted(word) : "by a table of its own";
  }
}
