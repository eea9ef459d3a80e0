package dev.assay.inspect.ecosystem.ruby;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Gemfile.lock} of Bundler: below {@code GEM} and {@code specs:}, four blanks in, the
 * gems, and deeper what they need. A platform may hang on the version. Gems of other sections come
 * from no registry.
 */
final class GemLock {
  static final String FILE = "Gemfile.lock";

  private static final Pattern GEM =
      Pattern.compile(
          " {4}([A-Za-z0-9._-]{1,200}) \\(([0-9][A-Za-z0-9.]{0,100})(?:-[A-Za-z0-9_.-]{1,100})?\\)");

  private GemLock() {}

  static void read(SourceFile file, List<Dependency> found) {
    boolean registry = false;
    for (Line line : file.lines()) {
      if (!line.text().isEmpty() && line.text().charAt(0) != ' ') {
        registry = line.text().equals("GEM");
      }
      Matcher gem = GEM.matcher(line.text());
      if (registry && gem.matches()) {
        found.add(
            new Dependency(
                "gem",
                "",
                gem.group(1),
                gem.group(2),
                "",
                Dependency.LOCKED,
                file.node(),
                file.at(line)));
      }
    }
  }
}
