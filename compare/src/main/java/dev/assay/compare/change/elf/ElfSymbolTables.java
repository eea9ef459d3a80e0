package dev.assay.compare.change.elf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Fields;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Symbols and relocations of an ELF file by table (System V ABI, “Symbol Table”, “Relocation”).
 * Nothing of tables that are too long to be held against each other.
 */
record ElfSymbolTables(Elf elf) {
  private static final long SYMBOLS = 2;
  private static final long DYNAMIC_SYMBOLS = 11;
  private static final long RELA = 4;
  private static final long REL = 9;
  private static final int MOST = 50_000;
  private static final int SECTION_SYMBOL = 3;
  private static final int X86_64 = 62;
  private static final int MIPS = 8;

  private static final List<String> TYPES =
      List.of("NOTYPE", "OBJECT", "FUNC", "SECTION", "FILE", "COMMON", "TLS");

  private static final List<String> BINDINGS = List.of("LOCAL", "GLOBAL", "WEAK");
  private static final List<String> VISIBILITIES =
      List.of("DEFAULT", "INTERNAL", "HIDDEN", "PROTECTED");

  /** R_X86_64_* (System V ABI, AMD64 supplement, table 4.9). */
  private static final List<String> X86_64_TYPES =
      List.of(
          "NONE",
          "64",
          "PC32",
          "GOT32",
          "PLT32",
          "COPY",
          "GLOB_DAT",
          "JUMP_SLOT",
          "RELATIVE",
          "GOTPCREL",
          "32",
          "32S",
          "16",
          "PC16",
          "8",
          "PC8",
          "DTPMOD64",
          "DTPOFF64",
          "TPOFF64",
          "TLSGD",
          "TLSLD",
          "DTPOFF32",
          "GOTTPOFF",
          "TPOFF32",
          "PC64",
          "GOTOFF64",
          "GOTPC32");

  static void between(Elf before, Elf after, int most, List<Aspect> into) {
    ElfSymbolTables left = new ElfSymbolTables(before);
    ElfSymbolTables right = new ElfSymbolTables(after);
    Sets.values("symbol", left.symbols(SYMBOLS), right.symbols(SYMBOLS), most, into);
    Map<String, String> exported = left.symbols(DYNAMIC_SYMBOLS);
    Map<String, String> others = right.symbols(DYNAMIC_SYMBOLS);
    // Those on one side only are told as such.
    exported.keySet().retainAll(others.keySet());
    others.keySet().retainAll(exported.keySet());
    Sets.values("dynamic symbol", exported, others, most, into);
    Sets.values("relocation", left.relocations(), right.relocations(), most, into);
  }

  private Map<String, String> symbols(long type) {
    Numbered found = new Numbered();
    int left = MOST;
    for (Section table : elf.sections()) {
      long count = type == table.type() ? entries(table, new ElfBytes(elf).at(16, 24)) : 0;
      if (count > left) {
        return new TreeMap<>();
      }
      left -= (int) count;
      for (int i = 1; i < count; i++) {
        Symbol symbol = symbol(table, i);
        if (!symbol.name().isEmpty()) {
          found.add(symbol.name(), symbol.shown());
        }
      }
    }
    return new TreeMap<>(found.toValueSet().values());
  }

  /** How many the file holds. */
  private long entries(Section table, int size) {
    return SectionPlaces.isInside(elf, table) ? table.size() / size : 0;
  }

  private record Symbol(String name, String shown) {}

  private Symbol symbol(Section table, int number) {
    ElfBytes bytes = new ElfBytes(elf);
    int size = bytes.at(16, 24);
    Fields symbol = bytes.fields(table.offset() + (long) number * size, size);
    int info = symbol.u8(bytes.at(12, 4));
    int section = symbol.u16(bytes.at(14, 6));
    boolean ofSection = (info & 15) == SECTION_SYMBOL;
    String name =
        ofSection
            ? bytes.sectionName(section)
            : linked(table).map(names -> bytes.text(names, symbol.u32(0))).orElse("");
    String shown =
        "%s %s %s, %s, value 0x%x, size %d"
            .formatted(
                named(TYPES, info & 15),
                named(BINDINGS, info >> 4),
                VISIBILITIES.get(symbol.u8(bytes.at(13, 5)) & 3),
                bytes.sectionName(section),
                bytes.address(symbol, bytes.at(4, 8)),
                bytes.address(symbol, bytes.at(8, 16)));
    return new Symbol(name, shown);
  }

  /** The table that a table refers to: names of symbols, symbols of relocations. */
  private Optional<Section> linked(Section table) {
    return table.link() > 0 && table.link() < elf.sections().size()
        ? Optional.of(elf.sections().get(table.link()))
        : Optional.empty();
  }

  private Map<String, String> relocations() {
    Numbered found = new Numbered();
    ElfBytes bytes = new ElfBytes(elf);
    int left = MOST;
    for (Section table : elf.sections()) {
      boolean addends = table.type() == RELA;
      int size = addends ? bytes.at(12, 24) : bytes.at(8, 16);
      long count = addends || table.type() == REL ? entries(table, size) : 0;
      if (count > left) {
        return new TreeMap<>();
      }
      left -= (int) count;
      for (int i = 0; i < count; i++) {
        Fields entry = bytes.fields(table.offset() + (long) i * size, size);
        found.add(
            "%s 0x%x".formatted(table.name(), bytes.address(entry, 0)),
            relocation(table, entry, bytes) + (addends ? ", addend " + addend(entry, bytes) : ""));
      }
    }
    return new TreeMap<>(found.toValueSet().values());
  }

  private static long addend(Fields entry, ElfBytes bytes) {
    return bytes.elf().is64() ? entry.i64(16) : entry.i32(8);
  }

  private String relocation(Section table, Fields entry, ElfBytes bytes) {
    long info = bytes.address(entry, bytes.at(4, 8));
    if (elf.machine() == MIPS && elf.is64()) {
      return "info 0x%016x".formatted(info);
    }
    int type = (int) (elf.is64() ? info & 0xFFFF_FFFFL : info & 0xFF);
    long number = elf.is64() ? info >>> 32 : info >>> 8;
    String name =
        elf.machine() == X86_64 && type >= 0 && type < X86_64_TYPES.size()
            ? "R_X86_64_" + X86_64_TYPES.get(type)
            : "type " + type;
    return name + (number == 0 ? "" : ", symbol " + target(table, number));
  }

  private String target(Section table, long number) {
    return linked(table)
        .filter(symbols -> number < entries(symbols, new ElfBytes(elf).at(16, 24)))
        .map(symbols -> symbol(symbols, (int) number).name())
        .filter(name -> !name.isEmpty())
        .orElse(String.valueOf(number));
  }

  private static String named(List<String> names, int number) {
    return number < names.size() ? names.get(number) : String.valueOf(number);
  }
}
