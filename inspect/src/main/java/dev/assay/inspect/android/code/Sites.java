package dev.assay.inspect.android.code;

import dev.assay.formats.Malformed;
import dev.assay.formats.dex.Dex;
import dev.assay.inspect.android.code.AndroidCodeFacts.Site;
import java.util.List;

/** Turns places in a program into what people can look up. */
final class Sites {
  private Sites() {}

  static Site of(
      Program program, List<Dex> executables, List<String> names, int method, int offset) {
    int number = program.definedDex.get(method);
    int code = program.definedCode.get(method);
    int address = Dex.address(code, offset);
    int line;
    try {
      line = executables.get(number).line(code, address);
    } catch (Malformed unreadable) {
      line = 0;
    }
    return new Site(names.get(number), offset, program.shown(method), address, line);
  }

  /** Where a method begins. */
  static Site first(Program program, List<Dex> executables, List<String> names, int method) {
    int code = program.definedCode.get(method);
    return of(program, executables, names, method, Dex.start(code));
  }
}
