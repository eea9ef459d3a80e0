package dev.assay.compare.change.program;

import dev.assay.compare.Kind;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.macho.LoadCommand;
import dev.assay.formats.macho.MachO;
import java.util.HexFormat;
import java.util.Map;

/** Headers, load commands, sections and symbols of programs of macOS and iOS, by machine. */
final class MachOValues implements Values {
  /** CPU_TYPE_* (Apple's mach/machine.h). */
  private static final Map<String, String> PROCESSORS =
      Map.of(
          "0x7", "i386",
          "0x1000007", "x86_64",
          "0xc", "arm",
          "0x100000c", "arm64",
          "0x12", "ppc",
          "0x1000012", "ppc64");

  /** Kinds of sections (loader.h, S_ZEROFILL, S_CSTRING_LITERALS). */
  private static final int ZEROS = 1;

  private static final int TEXTS = 2;

  /** Symbols, stubs and relocations of all programs of a file. */
  private static final int MOST_ENTRIES = 60_000;

  private static final int MAX_TEXTS = 1 << 20;

  /** Load commands by their numbers (Apple's mach-o/loader.h). */
  private static final Map<Integer, String> COMMANDS =
      Map.ofEntries(
          Map.entry(LoadCommand.SEGMENT, "LC_SEGMENT"),
          Map.entry(LoadCommand.SYMBOLS, "LC_SYMTAB"),
          Map.entry(0x4, "LC_THREAD"),
          Map.entry(0x5, "LC_UNIXTHREAD"),
          Map.entry(0xB, "LC_DYSYMTAB"),
          Map.entry(LoadCommand.LIBRARY, "LC_LOAD_DYLIB"),
          Map.entry(LoadCommand.LIBRARY_ID, "LC_ID_DYLIB"),
          Map.entry(0xE, "LC_LOAD_DYLINKER"),
          Map.entry(LoadCommand.SEGMENT_64, "LC_SEGMENT_64"),
          Map.entry(LoadCommand.UUID, "LC_UUID"),
          Map.entry(LoadCommand.SIGNATURE, "LC_CODE_SIGNATURE"),
          Map.entry(0x21, "LC_ENCRYPTION_INFO"),
          Map.entry(0x1E, "LC_SEGMENT_SPLIT_INFO"),
          Map.entry(0x22, "LC_DYLD_INFO"),
          Map.entry(0x8000_0022, "LC_DYLD_INFO_ONLY"),
          Map.entry(0x24, "LC_VERSION_MIN_MACOSX"),
          Map.entry(0x25, "LC_VERSION_MIN_IPHONEOS"),
          Map.entry(0x26, "LC_FUNCTION_STARTS"),
          Map.entry(LoadCommand.MAIN, "LC_MAIN"),
          Map.entry(0x29, "LC_DATA_IN_CODE"),
          Map.entry(0x2A, "LC_SOURCE_VERSION"),
          Map.entry(0x2B, "LC_DYLIB_CODE_SIGN_DRS"),
          Map.entry(0x2C, "LC_ENCRYPTION_INFO_64"),
          Map.entry(0x2E, "LC_LINKER_OPTIMIZATION_HINT"),
          Map.entry(0x2F, "LC_VERSION_MIN_TVOS"),
          Map.entry(0x30, "LC_VERSION_MIN_WATCHOS"),
          Map.entry(LoadCommand.BUILD_VERSION, "LC_BUILD_VERSION"),
          Map.entry(0x8000_0033, "LC_DYLD_EXPORTS_TRIE"),
          Map.entry(0x8000_0034, "LC_DYLD_CHAINED_FIXUPS"),
          Map.entry(LoadCommand.WEAK_LIBRARY, "LC_LOAD_WEAK_DYLIB"),
          Map.entry(LoadCommand.RUN_PATH, "LC_RPATH"),
          Map.entry(LoadCommand.REEXPORTED_LIBRARY, "LC_REEXPORT_DYLIB"));

  @Override
  public String what() {
    return "mach-o";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals(Kind.MACH_O);
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Map<String, MachO> programs = MachO.all(content);
    int most = MOST_ENTRIES / programs.size();
    programs.forEach(
        (machine, program) -> new Program(named(machine), program, most, values).add());
    return values.toValueSet();
  }

  /** The name of a processor's family before its number and kind. */
  private static String named(String machine) {
    String name = PROCESSORS.get(machine.replaceFirst("/.*", ""));
    return name == null ? machine : name + " " + machine;
  }

  private record Program(String machine, MachO program, int most, Numbered values) {
    void add() {
      add("size", String.valueOf(program.content().size()));
      MachOFields fields = new MachOFields(program, this::add);
      fields.header();
      for (LoadCommand command : program.commands()) {
        command(command);
        fields.command(name(command), command);
      }
      new MachOTables(program, most, this::add).add();
    }

    private void add(String name, String value) {
      values.add(machine + " " + name, value);
    }

    private void command(LoadCommand command) {
      Fields fields = command.fields();
      switch (command.kind()) {
        case LoadCommand.SEGMENT -> segment(command, false);
        case LoadCommand.SEGMENT_64 -> segment(command, true);
        case LoadCommand.UUID -> add("uuid", HexFormat.of().formatHex(fields.block().bytes(8, 16)));
        case LoadCommand.LIBRARY,
            LoadCommand.LIBRARY_ID,
            LoadCommand.WEAK_LIBRARY,
            LoadCommand.REEXPORTED_LIBRARY ->
            add(
                "library " + command.text(8),
                "current version %s, compatibility version %s, timestamp %d"
                    .formatted(
                        MachOFields.version(fields.u32(16)),
                        MachOFields.version(fields.u32(20)),
                        fields.u32(12)));
        case LoadCommand.RUN_PATH -> add("run path", command.text(8));
        case LoadCommand.MAIN -> add("entry point", "0x%x".formatted(fields.i64(8)));
        case LoadCommand.BUILD_VERSION ->
            add(
                "system and SDK",
                MachOFields.version(fields.u32(12)) + ", " + MachOFields.version(fields.u32(16)));
        case LoadCommand.SIGNATURE -> {
          Bytes signature = program.content().slice(fields.u32(8), fields.u32(12));
          piece("code signature", signature);
          new MachOSignature((name, value) -> add("code signature " + name, value)).add(signature);
        }
        default -> {}
      }
      piece(name(command), program.content().slice(command.at(), command.size()));
    }

    private static String name(LoadCommand command) {
      String name = COMMANDS.get(command.kind());
      boolean segment =
          command.kind() == LoadCommand.SEGMENT || command.kind() == LoadCommand.SEGMENT_64;
      return name == null
          ? "command 0x%x".formatted(command.kind())
          : name + (segment ? " " + command.fields().block().cString(8, 16) : "");
    }

    private void piece(String name, Bytes content) {
      values.add(machine + " " + name, content);
    }

    private void segment(LoadCommand command, boolean wide) {
      Fields fields = command.fields();
      String name = fields.block().cString(8, 16);
      long offset = wide ? fields.i64(40) : fields.u32(32);
      long size = wide ? fields.i64(48) : fields.u32(36);
      add("segment " + name, values.sized(program.content().slice(offset, size)));
      int sections = fields.i32(wide ? 64 : 48);
      int each = wide ? 80 : 68;
      for (int i = 0; i < sections; i++) {
        int at = (wide ? 72 : 56) + i * each;
        Block block = fields.block();
        String section = block.cString(at + 16, 16) + "," + block.cString(at, 16);
        long from = fields.u32(at + (wide ? 48 : 40));
        long bytes = wide ? fields.i64(at + 40) : fields.u32(at + 36);
        int kind = fields.i32(at + (wide ? 64 : 56)) & 0xFF;
        add(
            "section " + section + " address",
            "0x%x".formatted(wide ? fields.i64(at + 32) : fields.u32(at + 32)));
        if (kind == ZEROS) {
          add("section " + section, bytes + " zero bytes");
        } else {
          piece("section " + section, program.content().slice(from, bytes));
        }
        if (kind == TEXTS) {
          texts(section, program.content().slice(from, bytes));
        }
      }
    }

    /** Each ends in a NUL. */
    private void texts(String section, Bytes content) {
      String all = content.head(MAX_TEXTS).latin1(0, (int) Math.min(content.size(), MAX_TEXTS));
      for (String text : all.split("\0")) {
        if (!text.isEmpty()) {
          add("text `" + text + "`", "in " + section);
        }
      }
    }
  }
}
