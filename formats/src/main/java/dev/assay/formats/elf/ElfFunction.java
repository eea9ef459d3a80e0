package dev.assay.formats.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of which a table of symbols says where its code is (System V ABI, “Symbol Table”).
 *
 * @param at of its code in the file, in bytes
 * @param size of its code in bytes; 0 where the table does not say
 */
public record ElfFunction(String name, long at, long size) {
  private static final long DYNAMIC_SYMBOLS = 11;
  private static final int MAX_SYMBOLS = 1 << 20;
  private static final int MAX_NAME = 4096;
  private static final int ARM = 40;

  /** STT_FUNC and STT_GNU_IFUNC. */
  private static boolean isFunction(int information) {
    return (information & 15) == 2 || (information & 15) == 10;
  }

  /**
   * The functions of the largest table of symbols there is, in its order; none where it is damaged
   * or the file has no sections.
   */
  public static List<ElfFunction> of(Elf elf) {
    Section table = null;
    for (Section each : elf.sections()) {
      boolean symbols = each.type() == Section.SYMBOL_TABLE || each.type() == DYNAMIC_SYMBOLS;
      if (symbols && isInside(elf, each) && (table == null || each.size() > table.size())) {
        table = each;
      }
    }
    if (table == null || table.link() < 0 || table.link() >= elf.sections().size()) {
      return List.of();
    }
    Section names = elf.sections().get(table.link());
    return isInside(elf, names) ? functions(elf, table, names) : List.of();
  }

  private static List<ElfFunction> functions(Elf elf, Section symbols, Section strings) {
    ElfFields fields = elf.fields();
    int size = fields.at(16, 24);
    int count = (int) Math.min(MAX_SYMBOLS, symbols.size() / size);
    Block table = elf.content().block(symbols.offset(), count * size);
    Bytes names = elf.content().slice(strings.offset(), strings.size());
    List<ElfFunction> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Block entry = table.slice(i * size, size);
      int section = fields.half(entry, fields.at(14, 6));
      long name = fields.word(entry, 0);
      if (isFunction(entry.u8(fields.at(12, 4)))
          && section > 0
          && section < elf.sections().size()
          && name < names.size()) {
        long at = offset(elf, elf.sections().get(section), fields.address(entry, fields.at(4, 8)));
        if (at >= 0 && at < elf.content().size()) {
          found.add(
              new ElfFunction(
                  names.blockUpTo(name, MAX_NAME).cString(0, MAX_NAME),
                  at,
                  fields.address(entry, fields.at(8, 16))));
        }
      }
    }
    return found;
  }

  /** Of Thumb code the address is one more. */
  private static long offset(Elf elf, Section section, long value) {
    long address = elf.machine() == ARM ? value & ~1L : value;
    return elf.type() == Elf.RELOCATABLE ? section.offset() + address : elf.offsetOf(address);
  }

  private static boolean isInside(Elf elf, Section section) {
    return section.type() != Section.NO_BITS
        && section.offset() >= 0
        && section.size() >= 0
        && section.offset() <= elf.content().size() - section.size();
  }
}
