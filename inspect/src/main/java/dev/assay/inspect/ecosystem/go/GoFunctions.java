package dev.assay.inspect.ecosystem.go;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import dev.assay.model.Names;
import java.util.Optional;

/**
 * Reads the names of the functions in a Go program (runtime/symtab.go, pcHeader). The table stays
 * when a program is stripped, since stack traces are made with it, and names inlined functions too:
 *
 * <pre>
 *  0 4  magic: FFFFFFFA (Go 1.16), FFFFFFF0 (1.18), FFFFFFF1 (1.20)
 *  4 2  zero
 *  6 1  smallest size of an instruction
 *  7 1  p, size of a pointer
 *  8 p  number of functions
 *    p  number of files
 *    p  start of the code; from 1.18
 *    p  offset of the names, each ended by NUL
 *    p  offset of what follows the names
 * </pre>
 */
final class GoFunctions {
  private static final String SECTION = ".gopclntab";
  private static final int HEAD = 8;
  private static final int LARGEST = 256 << 20;

  /** Every program has it; a table without it is something else. */
  private static final String ALWAYS = "runtime.main";

  private GoFunctions() {}

  /**
   * All of them; empty where the program does not tell.
   *
   * @param program path of the package that the linker calls {@code main}
   */
  static Optional<Names> of(Elf elf, String program) {
    try {
      return elf.sections().stream()
          .filter(section -> section.name().endsWith(SECTION))
          .findFirst()
          .flatMap(section -> of(elf, section))
          .filter(names -> names.has(ALWAYS))
          .map(names -> new Names(names.joined().replace("\0main.", "\0" + program + ".")));
    } catch (Malformed damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Names> of(Elf elf, Section section) {
    Block head = elf.content().block(section.offset(), HEAD);
    long magic = elf.isLittleEndian() ? head.u32le(0) : head.u32be(0);
    int size = head.u8(7);
    boolean withStart = magic == 0xFFFFFFF0L || magic == 0xFFFFFFF1L;
    if (!withStart && magic != 0xFFFFFFFAL || size != 4 && size != 8) {
      return Optional.empty();
    }
    int before = withStart ? 3 : 2;
    Block offsets = elf.content().block(section.offset() + HEAD, (before + 2) * size);
    long from = pointer(elf, offsets, before * size, size);
    long to = pointer(elf, offsets, (before + 1) * size, size);
    if (from < 0 || to <= from || to > section.size() || to - from > LARGEST) {
      return Optional.empty();
    }
    String names =
        elf.content()
            .block(section.offset() + from, (int) (to - from))
            .latin1(0, (int) (to - from));
    return Optional.of(new Names("\0" + names + "\0"));
  }

  private static long pointer(Elf elf, Block block, int at, int size) {
    if (size == 4) {
      return elf.isLittleEndian() ? block.u32le(at) : block.u32be(at);
    }
    return elf.isLittleEndian() ? block.i64le(at) : block.i64be(at);
  }
}
