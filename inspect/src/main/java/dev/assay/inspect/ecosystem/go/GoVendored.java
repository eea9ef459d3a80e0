package dev.assay.inspect.ecosystem.go;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code vendor/modules.txt}, which {@code go mod vendor} writes: after {@code # PATH
 * VERSION} and, where it was replaced, {@code => PATH VERSION}, the packages of the module whose
 * sources lie in the folder. A module of which no package does was only asked for.
 */
final class GoVendored {
  static final String FILE = "vendor/modules.txt";

  private static final Pattern MODULE =
      Pattern.compile("# (\\S{1,400}) (v\\S{1,200})(?: => (\\S{1,400})(?: (v\\S{1,200}))?)?");

  private GoVendored() {}

  static List<GoMod.Named> modules(SourceFile file) {
    List<GoMod.Named> found = new ArrayList<>();
    Optional<GoMod.Named> last = Optional.empty();
    for (Line line : file.lines()) {
      Matcher module = MODULE.matcher(line.text());
      if (module.matches()) {
        last = named(module).map(each -> new GoMod.Named(each, line));
      } else if (line.text().startsWith("# ")) {
        last = Optional.empty();
      } else if (!line.text().startsWith("#") && !line.text().isBlank()) {
        last.ifPresent(found::add);
        last = Optional.empty();
      }
    }
    return found;
  }

  /** None where a folder is in its place. */
  private static Optional<GoModule> named(Matcher module) {
    if (module.group(3) == null) {
      return Optional.of(new GoModule(module.group(1), module.group(2)));
    }
    return Optional.ofNullable(module.group(4))
        .map(version -> new GoModule(module.group(3), version));
  }
}
