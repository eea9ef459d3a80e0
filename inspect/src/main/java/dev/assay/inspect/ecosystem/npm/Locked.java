package dev.assay.inspect.ecosystem.npm;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;

/** A package that a line of a lock file names; such files tell no licences. */
final class Locked {
  private Locked() {}

  static Dependency of(String name, String version, SourceFile file, Line line) {
    return Dependency.slashed(
        "npm", name, version, "", Dependency.LOCKED, file.node(), file.at(line));
  }
}
