package dev.assay.formats.pe;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program imports and exports by name. */
public final class PeNames {
  private static final int IMPORT = 20;
  private static final int EXPORT = 40;
  private static final int MOST = 65_536;

  private final PortableExecutable program;

  private PeNames(PortableExecutable program) {
    this.program = program;
  }

  /**
   * {@code KERNEL32.dll ExitProcess}, {@code WS2_32.dll #115}, in the order of the file.
   *
   * @throws Malformed where a table leads out of the program
   */
  public static List<String> imports(PortableExecutable program) {
    return new PeNames(program).imports();
  }

  /**
   * Names in the order of the file; what has an ordinal alone is left out.
   *
   * @throws Malformed where a table leads out of the program
   */
  public static List<String> exports(PortableExecutable program) {
    return new PeNames(program).exports();
  }

  private List<String> imports() {
    List<String> found = new ArrayList<>();
    Optional<PeDirectory> table = program.directory(PeDirectory.IMPORTS);
    if (table.isEmpty()) {
      return found;
    }
    long at = table.get().address();
    Block entry = program.at(at, IMPORT);
    while (entry.u32le(12) != 0) {
      String library = program.text(entry.u32le(12));
      functions(library, entry.u32le(0) != 0 ? entry.u32le(0) : entry.u32le(16), found);
      at += IMPORT;
      entry = program.at(at, IMPORT);
    }
    return found;
  }

  private void functions(String library, long from, List<String> into) {
    int width = program.wide() ? 8 : 4;
    long at = from;
    for (long each = thunk(at, width); each != 0; each = thunk(at, width)) {
      boolean ordinal = program.wide() ? each < 0 : (each & 0x8000_0000L) != 0;
      into.add(library + " " + (ordinal ? "#" + (each & 0xFFFF) : program.text(each + 2)));
      limit(into.size(), at);
      at += width;
    }
  }

  private long thunk(long at, int width) {
    Block entry = program.at(at, width);
    return width == 8 ? entry.i64le(0) : entry.u32le(0);
  }

  private List<String> exports() {
    List<String> found = new ArrayList<>();
    Optional<PeDirectory> table = program.directory(PeDirectory.EXPORTS);
    if (table.isEmpty()) {
      return found;
    }
    Block head = program.at(table.get().address(), EXPORT);
    long names = head.u32le(32);
    for (long i = 0; i < head.u32le(24); i++) {
      found.add(program.text(program.at(names + 4 * i, 4).u32le(0)));
      limit(found.size(), names);
    }
    return found;
  }

  private static void limit(int size, long at) {
    if (size > MOST) {
      throw new Malformed("pe.names", at, "more than " + MOST + " names; not read");
    }
  }
}
