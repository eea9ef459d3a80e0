package dev.assay.compare.change.program;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.macho.LoadCommand;
import dev.assay.formats.macho.MachO;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Symbols, what pointers and stubs stand for, and relocations of a program of macOS (Apple, {@code
 * mach-o/nlist.h}, {@code mach-o/loader.h}, {@code mach-o/reloc.h}).
 */
final class MachOTables {
  private static final int MAX_SECTIONS = 256;
  private static final int DYNAMIC_SYMBOLS = 0xB;

  /** S_NON_LAZY_SYMBOL_POINTERS, S_LAZY_SYMBOL_POINTERS, S_SYMBOL_STUBS. */
  private static final int FIRST_POINTERS = 6;

  private static final int STUBS = 8;

  private static final int DEBUGGING = 0xE0;
  private static final int UNDEFINED = 0;
  private static final int ABSOLUTE = 2;
  private static final int IN_SECTION = 0xE;
  private static final int SCATTERED = 0x8000_0000;

  /** The names of two-level imports are looked for in one library alone (MH_TWOLEVEL). */
  private static final int TWO_LEVELS = 0x80;

  private record Section(
      String name, long address, long size, long relocations, int count, int kind, Fields at) {}

  private final MachO program;
  private final BiConsumer<String, String> into;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private int left;

  /**
   * @param most entries that are told
   * @param into takes name and value
   */
  MachOTables(MachO program, int most, BiConsumer<String, String> into) {
    this.program = program;
    this.left = most;
    this.into = into;
  }

  /**
   * @throws dev.assay.formats.Malformed where a table lies outside the program
   */
  void add() {
    program.commands().forEach(this::sections);
    program.commands().stream()
        .filter(command -> command.kind() == LoadCommand.SYMBOLS)
        .forEach(command -> symbols(command.fields()));
    program.commands().stream()
        .filter(command -> command.kind() == DYNAMIC_SYMBOLS)
        .forEach(command -> indirect(command.fields()));
    sections.forEach(this::relocations);
  }

  private void sections(LoadCommand command) {
    boolean wide = command.kind() == LoadCommand.SEGMENT_64;
    if (!wide && command.kind() != LoadCommand.SEGMENT) {
      return;
    }
    Fields fields = command.fields();
    int size = wide ? 80 : 68;
    long count = fields.u32(wide ? 64 : 48);
    for (int i = 0; i < count && sections.size() < MAX_SECTIONS; i++) {
      Fields at =
          new Fields(fields.block().slice((wide ? 72 : 56) + i * size, size), fields.order());
      int numbers = wide ? 48 : 40;
      sections.add(
          new Section(
              at.block().cString(16, 16) + "," + at.block().cString(0, 16),
              wide ? at.i64(32) : at.u32(32),
              wide ? at.i64(40) : at.u32(36),
              at.u32(numbers + 8),
              at.i32(numbers + 12),
              at.u8(at.isLittle() ? numbers + 16 : numbers + 19),
              new Fields(at.block().slice(numbers + 20, 8), fields.order())));
    }
  }

  /** {@code nlist}: place of the name, type, section, description, value. */
  private void symbols(Fields fields) {
    int width = program.wide() ? 16 : 12;
    long count = Math.min(left, fields.u32(12));
    left -= (int) count;
    Bytes texts = program.content().slice(fields.u32(16), fields.u32(20));
    for (long i = 0; i < count; i++) {
      Fields symbol =
          new Fields(program.content().block(fields.u32(8) + i * width, width), program.order());
      String name = texts.blockUpTo(Math.min(texts.size(), symbol.u32(0)), 256).cString(0, 256);
      names.add(name);
      if ((symbol.u8(4) & DEBUGGING) == 0) {
        into.accept("symbol " + name, shown(symbol));
      }
    }
  }

  private String shown(Fields symbol) {
    int type = symbol.u8(4);
    int description = symbol.u16(6);
    String scope = (type & 1) == 0 ? "local" : (type & 0x10) == 0 ? "extern" : "private extern";
    String place =
        switch (type & 0xE) {
          case UNDEFINED ->
              "undefined"
                  + ((program.header().u32(24) & TWO_LEVELS) == 0
                      ? ""
                      : ", library ordinal " + (description >> 8));
          case ABSOLUTE -> "absolute";
          case IN_SECTION -> "section " + sectionOf(symbol.u8(5));
          default -> "type 0x%x".formatted(type & 0xE);
        };
    return "%s, %s, desc 0x%x, value 0x%x, strx %d"
        .formatted(
            scope,
            place,
            description,
            program.wide() ? symbol.i64(8) : symbol.u32(8),
            symbol.u32(0));
  }

  /** Sections are counted from one. */
  private String sectionOf(int number) {
    return number > 0 && number <= sections.size()
        ? sections.get(number - 1).name()
        : String.valueOf(number);
  }

  /** Which symbol each pointer and stub of a section stands for. */
  private void indirect(Fields fields) {
    long table = fields.u32(56);
    long count = fields.u32(60);
    for (Section section : sections) {
      if (section.kind() < FIRST_POINTERS || section.kind() > STUBS) {
        continue;
      }
      long width = section.kind() == STUBS ? section.at().u32(4) : program.wide() ? 8 : 4;
      long first = section.at().u32(0);
      long entries = width == 0 ? 0 : section.size() / width;
      for (long i = 0; i < entries && first + i < count && left > 0; i++, left--) {
        Fields entry =
            new Fields(program.content().block(table + 4 * (first + i), 4), program.order());
        into.accept(
            "indirect symbol %s 0x%016x".formatted(section.name(), section.address() + i * width),
            indirect(entry.i32(0)));
      }
    }
  }

  /** INDIRECT_SYMBOL_LOCAL and INDIRECT_SYMBOL_ABS, or the number of a symbol. */
  private String indirect(int index) {
    return switch (index) {
      case 0x8000_0000 -> "local";
      case 0x4000_0000 -> "absolute";
      case 0xC000_0000 -> "local, absolute";
      default -> index + (index >= 0 && index < names.size() ? " " + names.get(index) : "");
    };
  }

  /** {@code relocation_info}: address, then number of symbol or section and four small ones. */
  private void relocations(Section section) {
    int count = Math.clamp(section.count(), 0, left);
    left -= count;
    for (int i = 0; i < count; i++) {
      Fields entry =
          new Fields(program.content().block(section.relocations() + 8L * i, 8), program.order());
      String name = "relocation %s 0x%x".formatted(section.name(), entry.u32(0) & 0x7FFF_FFFF);
      if ((entry.i32(0) & SCATTERED) != 0) {
        into.accept(name, "scattered, 0x%08x 0x%08x".formatted(entry.u32(0), entry.u32(4)));
      } else {
        into.accept(name, relocation(entry.i32(4), entry.isLittle()));
      }
    }
  }

  /** The fields of bits begin at the end that the machine counts from. */
  private String relocation(int bits, boolean little) {
    int number = little ? bits & 0xFF_FFFF : bits >>> 8;
    int rest = little ? bits >>> 24 : bits & 0xFF;
    boolean relative = (little ? rest & 1 : rest >> 7) != 0;
    int length = little ? rest >> 1 & 3 : rest >> 5 & 3;
    boolean external = (little ? rest >> 3 & 1 : rest >> 4 & 1) != 0;
    int kind = little ? rest >> 4 : rest & 0xF;
    String target =
        external
            ? "symbol " + (number < names.size() ? names.get(number) : number)
            : "section " + sectionOf(number);
    return "type %d, %s, %d bytes%s"
        .formatted(kind, target, 1 << length, relative ? ", pcrel" : "");
  }
}
