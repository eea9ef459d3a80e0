package dev.assay.compare.change.elf;

import dev.assay.compare.change.code.ProgramCode;
import dev.assay.formats.Block;
import dev.assay.formats.Fields;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands at which address of an ELF file. In relocatable files, whose sections have no
 * addresses yet, offsets in the file stand for them.
 */
final class ElfSpace {
  private static final long ALLOCATED = 2;
  private static final long SYMBOLS = 2;
  private static final long DYNAMIC_SYMBOLS = 11;
  private static final int MOST = 1 << 17;
  private static final int MAX_NAME = 4096;
  private static final int MAX_NAMES = 16 << 20;
  private static final int ARM = 40;

  /** STT_OBJECT, STT_FUNC and STT_GNU_IFUNC. */
  private static final int OBJECT = 1;

  private static final int FUNCTION = 2;
  private static final int CHOSEN_FUNCTION = 10;

  private record Named(String name, long address, long size) {}

  private final Elf elf;
  private final ElfBytes bytes;
  private final NavigableMap<Long, Named> symbols = new TreeMap<>();
  private final NavigableMap<Long, Named> sections = new TreeMap<>();
  private int read;

  ElfSpace(Elf elf) {
    this.elf = elf;
    this.bytes = new ElfBytes(elf);
    for (Section each : elf.sections()) {
      if ((each.flags() & ALLOCATED) != 0 && each.size() > 0) {
        sections.putIfAbsent(base(each), new Named(each.name(), base(each), each.size()));
      }
      boolean table = each.type() == SYMBOLS || each.type() == DYNAMIC_SYMBOLS;
      if (table && SectionPlaces.isInside(elf, each)) {
        symbols(each);
      }
    }
  }

  /** Where a section is; of one that is not loaded 0. */
  long base(Section section) {
    if ((section.flags() & ALLOCATED) == 0) {
      return 0;
    }
    return elf.type() == Elf.RELOCATABLE ? section.offset() : bytes.address(section);
  }

  private void symbols(Section table) {
    List<Section> all = elf.sections();
    if (table.link() <= 0
        || table.link() >= all.size()
        || !SectionPlaces.isInside(elf, all.get(table.link()))
        || all.get(table.link()).size() > MAX_NAMES) {
      return;
    }
    int size = bytes.at(16, 24);
    int count = (int) Math.min(MOST - read, table.size() / size);
    read += count;
    Block entries = elf.content().block(table.offset(), count * size);
    Block names = bytes.block(all.get(table.link()));
    for (int i = 1; i < count; i++) {
      Fields symbol = bytes.fields(entries.slice(i * size, size));
      int type = symbol.u8(bytes.at(12, 4)) & 15;
      int section = symbol.u16(bytes.at(14, 6));
      boolean kept = type == OBJECT || type == FUNCTION || type == CHOSEN_FUNCTION;
      if (kept && section > 0 && section < all.size()) {
        long address = address(all.get(section), symbol, type);
        int name = (int) Math.min(symbol.u32(0), names.size());
        long length = bytes.address(symbol, bytes.at(8, 16));
        if (name > 0 && name < names.size()) {
          symbols.merge(
              address,
              new Named(names.cString(name, MAX_NAME), address, length),
              (first, other) -> first.size() > 0 ? first : other);
        }
      }
    }
  }

  /** Of Thumb code the address is one more. */
  private long address(Section section, Fields symbol, int type) {
    long value = bytes.address(symbol, bytes.at(4, 8));
    long at = elf.machine() == ARM && type == FUNCTION ? value & ~1L : value;
    return elf.type() == Elf.RELOCATABLE ? base(section) + at : at;
  }

  /** What a symbol names that begins at an address. */
  Optional<String> symbol(long address) {
    return Optional.ofNullable(symbols.get(address)).map(Named::name);
  }

  /** Whether a symbol or its size covers an address. */
  boolean isCovered(long address) {
    return in(symbols, address).isPresent();
  }

  /** {@code main+0x4}; where no symbol covers it {@code .text+0x4}, else the number. */
  String name(long address) {
    return in(symbols, address)
        .or(() -> in(sections, address))
        .orElse("0x" + Long.toHexString(address));
  }

  private static Optional<String> in(NavigableMap<Long, Named> all, long address) {
    Map.Entry<Long, Named> entry = all.floorEntry(address);
    long in = entry == null ? -1 : address - entry.getKey();
    return in == 0 || in > 0 && in < entry.getValue().size()
        ? Optional.of(ProgramCode.plus(entry.getValue().name(), in))
        : Optional.empty();
  }
}
