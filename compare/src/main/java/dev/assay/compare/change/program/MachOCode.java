package dev.assay.compare.change.program;

import dev.assay.compare.change.code.ProgramCode;
import dev.assay.compare.change.code.ProgramCode.Function;
import dev.assay.compare.change.code.ProgramCode.Holds;
import dev.assay.compare.change.code.ProgramCode.Part;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.macho.LoadCommand;
import dev.assay.formats.macho.MachO;
import dev.assay.formats.x86.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The code of Mach-O programs for x86 (Apple's mach-o/loader.h and nlist.h). */
final class MachOCode {
  /** CPU_TYPE_I386 and CPU_TYPE_X86_64. */
  private static final long I386 = 7;

  private static final long X86_64 = 0x1000007;

  /** S_ATTR_PURE_INSTRUCTIONS and S_ATTR_SOME_INSTRUCTIONS; S_ZEROFILL, S_CSTRING_LITERALS. */
  private static final int INSTRUCTIONS = 0x8000_0400;

  private static final int KIND = 0xFF;
  private static final int ZEROS = 1;
  private static final int TEXTS = 2;

  /** N_STAB, N_TYPE and N_SECT. */
  private static final int DEBUGGING = 0xE0;

  private static final int TYPE = 0x0E;
  private static final int MAX_SYMBOLS = 50_000;
  private static final int MAX_SECTIONS = 10_000;
  private static final int LONGEST_NAME = 256;

  private final MachO program;
  private final List<Part> parts = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();

  private MachOCode(MachO program) {
    this.program = program;
  }

  /** Empty where the program is for another processor. */
  static Optional<ProgramCode> of(MachO program) {
    long processor = program.header().u32(4);
    if (processor != I386 && processor != X86_64) {
      return Optional.empty();
    }
    MachOCode code = new MachOCode(program);
    for (LoadCommand command : program.commands()) {
      switch (command.kind()) {
        case LoadCommand.SEGMENT, LoadCommand.SEGMENT_64 -> code.segment(command.fields());
        case LoadCommand.SYMBOLS -> code.symbols(command.fields());
        default -> {}
      }
    }
    Decoder decoder = processor == I386 ? Decoder.OF_32_BITS : Decoder.OF_64_BITS;
    return Optional.of(new ProgramCode(decoder, code.parts, code.functions, List.of()));
  }

  private void segment(Fields fields) {
    boolean wide = program.wide();
    int each = wide ? 80 : 68;
    int count = fields.i32(wide ? 64 : 48);
    for (int i = 0; i < count && parts.size() < MAX_SECTIONS; i++) {
      int at = (wide ? 72 : 56) + i * each;
      long address = wide ? fields.i64(at + 32) : fields.u32(at + 32);
      long size = wide ? fields.i64(at + 40) : fields.u32(at + 36);
      long offset = fields.u32(at + (wide ? 48 : 40));
      int flags = fields.i32(at + (wide ? 64 : 56));
      boolean inside =
          size > 0
              && address >= 0
              && address < Long.MAX_VALUE / 2
              && size <= program.content().size()
              && offset <= program.content().size() - size;
      if (inside && (flags & KIND) != ZEROS) {
        String name = fields.block().cString(at + 16, 16) + "," + fields.block().cString(at, 16);
        parts.add(new Part(name, address, program.content().slice(offset, size), holds(flags)));
      }
    }
  }

  private static Holds holds(int flags) {
    if ((flags & INSTRUCTIONS) != 0) {
      return Holds.CODE;
    }
    return (flags & KIND) == TEXTS ? Holds.TEXTS : Holds.OTHER;
  }

  private void symbols(Fields fields) {
    int width = program.wide() ? 16 : 12;
    long count = Math.min(MAX_SYMBOLS, fields.u32(12));
    Bytes names = program.content().slice(fields.u32(16), fields.u32(20));
    for (long i = 0; i < count; i++) {
      Fields symbol =
          new Fields(program.content().block(fields.u32(8) + i * width, width), program.order());
      int type = symbol.u8(4);
      long address = program.wide() ? symbol.i64(8) : symbol.u32(8);
      if ((type & DEBUGGING) == 0 && (type & TYPE) == TYPE && address >= 0) {
        long at = Math.min(names.size(), symbol.u32(0));
        String name = names.blockUpTo(at, LONGEST_NAME).cString(0, LONGEST_NAME);
        functions.add(new Function(name, address, 0));
      }
    }
  }
}
