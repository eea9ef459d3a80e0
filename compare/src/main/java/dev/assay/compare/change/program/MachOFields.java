package dev.assay.compare.change.program;

import dev.assay.formats.Fields;
import dev.assay.formats.macho.LoadCommand;
import dev.assay.formats.macho.MachO;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What header and load commands of a program of macOS say, field by field, in the words of Apple's
 * {@code mach-o/loader.h}.
 *
 * @param into takes name and value
 */
record MachOFields(MachO program, BiConsumer<String, String> into) {
  /** MH_*, counted from one. */
  private static final List<String> TYPES =
      List.of(
          "OBJECT",
          "EXECUTE",
          "FVMLIB",
          "CORE",
          "PRELOAD",
          "DYLIB",
          "DYLINKER",
          "BUNDLE",
          "DYLIB_STUB",
          "DSYM",
          "KEXT_BUNDLE",
          "FILESET");

  /** MH_*: 1, 2, 4 and so on. */
  private static final List<String> FLAGS =
      List.of(
          "NOUNDEFS",
          "INCRLINK",
          "DYLDLINK",
          "BINDATLOAD",
          "PREBOUND",
          "SPLIT_SEGS",
          "LAZY_INIT",
          "TWOLEVEL",
          "FORCE_FLAT",
          "NOMULTIDEFS",
          "NOFIXPREBINDING",
          "PREBINDABLE",
          "ALLMODSBOUND",
          "SUBSECTIONS_VIA_SYMBOLS",
          "CANONICAL",
          "WEAK_DEFINES",
          "BINDS_TO_WEAK",
          "ALLOW_STACK_EXECUTION",
          "ROOT_SAFE",
          "SETUID_SAFE",
          "NO_REEXPORTED_DYLIBS",
          "PIE",
          "DEAD_STRIPPABLE_DYLIB",
          "HAS_TLV_DESCRIPTORS",
          "NO_HEAP_EXECUTION",
          "APP_EXTENSION_SAFE");

  private static final List<String> SYMTAB = List.of("symoff", "nsyms", "stroff", "strsize");

  private static final List<String> DYSYMTAB =
      List.of(
          "ilocalsym",
          "nlocalsym",
          "iextdefsym",
          "nextdefsym",
          "iundefsym",
          "nundefsym",
          "tocoff",
          "ntoc",
          "modtaboff",
          "nmodtab",
          "extrefsymoff",
          "nextrefsyms",
          "indirectsymoff",
          "nindirectsyms",
          "extreloff",
          "nextrel",
          "locreloff",
          "nlocrel");

  private static final List<String> DYLD_INFO =
      List.of(
          "rebase_off",
          "rebase_size",
          "bind_off",
          "bind_size",
          "weak_bind_off",
          "weak_bind_size",
          "lazy_bind_off",
          "lazy_bind_size",
          "export_off",
          "export_size");

  private static final List<String> DATA = List.of("dataoff", "datasize");
  private static final List<String> ENCRYPTION = List.of("cryptoff", "cryptsize", "cryptid");

  /** Numbers of four bytes from the eighth on, of load commands that are nothing else. */
  private static final Map<Integer, List<String>> NUMBERS =
      Map.ofEntries(
          Map.entry(LoadCommand.SYMBOLS, SYMTAB),
          Map.entry(0xB, DYSYMTAB),
          Map.entry(LoadCommand.SIGNATURE, DATA),
          Map.entry(0x1E, DATA),
          Map.entry(0x21, ENCRYPTION),
          Map.entry(0x22, DYLD_INFO),
          Map.entry(0x8000_0022, DYLD_INFO),
          Map.entry(0x26, DATA),
          Map.entry(0x29, DATA),
          Map.entry(0x2B, DATA),
          Map.entry(0x2C, ENCRYPTION),
          Map.entry(0x2E, DATA),
          Map.entry(0x8000_0033, DATA),
          Map.entry(0x8000_0034, DATA));

  private static final int WIDE_MAGIC = 0xFEEDFACF;
  private static final int NARROW_MAGIC = 0xFEEDFACE;
  private static final int LINKER = 0xE;
  private static final int SOURCE_VERSION = 0x2A;
  private static final int MAC_OS = 0x24;
  private static final int IPHONE = 0x25;
  private static final int TV = 0x2F;
  private static final int WATCH = 0x30;

  void header() {
    Fields header = program.header();
    into.accept("magic", "0x%x".formatted(program.wide() ? WIDE_MAGIC : NARROW_MAGIC));
    into.accept("cputype", String.valueOf(header.i32(4)));
    into.accept("cpusubtype", "0x%x".formatted(header.u32(8)));
    int type = header.i32(12);
    into.accept(
        "filetype",
        type > 0 && type <= TYPES.size()
            ? "0x%x (MH_%s)".formatted(type, TYPES.get(type - 1))
            : "0x%x".formatted(type));
    into.accept("ncmds", String.valueOf(header.u32(16)));
    into.accept("sizeofcmds", String.valueOf(header.u32(20)));
    into.accept("flags", flags(header.u32(24)));
  }

  /**
   * @param name of the load command
   * @throws dev.assay.formats.Malformed where it is shorter than its fields
   */
  void command(String name, LoadCommand command) {
    Fields fields = command.fields();
    List<String> numbers = NUMBERS.getOrDefault(command.kind(), List.of());
    for (int i = 0; i < numbers.size(); i++) {
      into.accept(name + " " + numbers.get(i), String.valueOf(fields.u32(8 + 4 * i)));
    }
    switch (command.kind()) {
      case LoadCommand.SEGMENT -> segment(name, fields, false);
      case LoadCommand.SEGMENT_64 -> segment(name, fields, true);
      case LINKER -> into.accept(name + " name", command.text(8));
      case LoadCommand.MAIN -> {
        into.accept(name + " entryoff", String.valueOf(fields.i64(8)));
        into.accept(name + " stacksize", String.valueOf(fields.i64(16)));
      }
      case MAC_OS, IPHONE, TV, WATCH -> {
        into.accept(name + " version", version(fields.u32(8)));
        into.accept(name + " sdk", version(fields.u32(12)));
      }
      case LoadCommand.BUILD_VERSION -> built(name, fields);
      case SOURCE_VERSION -> into.accept(name + " version", source(fields.i64(8)));
      default -> {}
    }
  }

  private void segment(String name, Fields fields, boolean wide) {
    int width = wide ? 8 : 4;
    List<String> places = List.of("vmaddr", "vmsize", "fileoff", "filesize");
    for (int i = 0; i < places.size(); i++) {
      into.accept(name + " " + places.get(i), hex(fields, 24 + i * width, wide));
    }
    int at = 24 + 4 * width;
    into.accept(name + " maxprot", protection(fields.i32(at)));
    into.accept(name + " initprot", protection(fields.i32(at + 4)));
    into.accept(name + " nsects", String.valueOf(fields.u32(at + 8)));
    into.accept(name + " flags", "0x%x".formatted(fields.u32(at + 12)));
    long sections = fields.u32(at + 8);
    int each = wide ? 80 : 68;
    for (int i = 0; i < sections; i++) {
      section(fields, at + 16 + i * each, wide);
    }
  }

  private void section(Fields fields, int at, boolean wide) {
    String name =
        "section "
            + fields.block().cString(at + 16, 16)
            + ","
            + fields.block().cString(at, 16)
            + " ";
    into.accept(name + "size", hex(fields, at + (wide ? 40 : 36), wide));
    int numbers = at + (wide ? 48 : 40);
    List<String> names =
        List.of("offset", "align", "reloff", "nreloc", "flags", "reserved1", "reserved2");
    for (int i = 0; i < names.size(); i++) {
      long value = fields.u32(numbers + 4 * i);
      into.accept(
          name + names.get(i),
          names.get(i).equals("flags") ? "0x%x".formatted(value) : String.valueOf(value));
    }
  }

  private void built(String name, Fields fields) {
    into.accept(name + " platform", String.valueOf(fields.u32(8)));
    into.accept(name + " minos", version(fields.u32(12)));
    into.accept(name + " sdk", version(fields.u32(16)));
    long tools = fields.u32(20);
    for (int i = 0; i < tools; i++) {
      into.accept(
          name + " tool " + fields.u32(24 + 8 * i) + " version", version(fields.u32(28 + 8 * i)));
    }
  }

  private static String hex(Fields fields, int at, boolean wide) {
    return "0x%x".formatted(wide ? fields.i64(at) : fields.u32(at));
  }

  private static String flags(long flags) {
    List<String> set = new ArrayList<>();
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((flags >> i & 1) != 0) {
        set.add("MH_" + FLAGS.get(i));
      }
    }
    return "0x%x".formatted(flags) + (set.isEmpty() ? "" : " (" + String.join(", ", set) + ")");
  }

  private static String protection(int bits) {
    return ((bits & 1) == 0 ? "-" : "r")
        + ((bits & 2) == 0 ? "-" : "w")
        + ((bits & 4) == 0 ? "-" : "x");
  }

  /** Sixteen bits, eight and eight. */
  static String version(long coded) {
    return (coded >> 16) + "." + (coded >> 8 & 0xFF) + "." + (coded & 0xFF);
  }

  /** Twenty-four bits and four times ten; zeros at the end are not written. */
  private static String source(long coded) {
    StringBuilder text = new StringBuilder(String.valueOf(coded >>> 40));
    for (int shift = 30; shift >= 0; shift -= 10) {
      text.append('.').append(coded >> shift & 0x3FF);
    }
    return text.toString().replaceFirst("(\\.0)+$", "");
  }
}
