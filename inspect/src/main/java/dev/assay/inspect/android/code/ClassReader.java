package dev.assay.inspect.android.code;

import dev.assay.formats.dex.Dex;
import dev.assay.formats.dex.DexClass;
import java.util.ArrayList;
import java.util.List;

/** Takes a class and what it extends into a program. */
final class ClassReader {
  private ClassReader() {}

  static void declare(Program program, Dex dex, DexClass declared) {
    Program.Type type = program.type(program.type(dex.type(declared.type())));
    // The first of a name is the one that is loaded.
    if (type.defined) {
      return;
    }
    type.defined = true;
    List<Program.Type> parents = new ArrayList<>();
    if (declared.superclass() >= 0) {
      parents.add(program.type(program.type(dex.type(declared.superclass()))));
    }
    for (String each : dex.interfaces(declared)) {
      parents.add(program.type(program.type(each)));
    }
    type.parents = List.copyOf(parents);
  }
}
