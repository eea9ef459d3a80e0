package dev.assay.inspect.ecosystem.go;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code go.sum} (Go Modules Reference): a module, its version and a digest a line, in order
 * of versions. A version with {@code /go.mod} behind was only asked what it requires; of the
 * others, which were fetched, the newest is the one that is built.
 */
final class GoSum {
  static final String FILE = "go.sum";

  private GoSum() {}

  /** Each module once. */
  static Collection<GoMod.Named> newest(SourceFile file) {
    Map<String, GoMod.Named> fetched = new TreeMap<>();
    for (Line line : file.lines()) {
      String[] words = line.text().strip().split("\\s+");
      if (words.length == 3 && !words[1].endsWith("/go.mod") && words[2].startsWith("h1:")) {
        fetched.put(words[0], new GoMod.Named(new GoModule(words[0], words[1]), line));
      }
    }
    return fetched.values();
  }
}
