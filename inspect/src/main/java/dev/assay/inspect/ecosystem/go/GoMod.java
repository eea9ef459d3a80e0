package dev.assay.inspect.ecosystem.go;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code go.mod} (Go Modules Reference): what {@code require} names, with what {@code
 * replace} puts in its place. What is replaced by a folder belongs to the project itself.
 */
final class GoMod {
  static final String FILE = "go.mod";

  /** Since this minor version of Go 1 the file names all modules that programs are built of. */
  private static final int COMPLETE = 17;

  private static final Pattern GO = Pattern.compile("1\\.([0-9]{1,4})(?:[.a-z].*)?");
  private static final Pattern COMMENT = Pattern.compile("//.*");

  private final List<Named> required = new ArrayList<>();

  /** By path, and by path and version, which goes before. */
  private final Map<String, GoModule> replaced = new HashMap<>();

  private int minor;

  /** A module and where it is named. */
  record Named(GoModule module, Line line) {}

  private GoMod() {}

  static GoMod of(SourceFile file) {
    GoMod mod = new GoMod();
    String block = "";
    for (Line line : file.lines()) {
      String text = COMMENT.matcher(line.text()).replaceFirst("").strip();
      if (text.equals(")")) {
        block = "";
      } else if (block.isEmpty() && text.endsWith("(")) {
        block = text.substring(0, text.length() - 1).strip();
      } else if (!text.isEmpty()) {
        mod.directive(words(block + " " + text), line);
      }
    }
    return mod;
  }

  /** The modules that went in where no sums are needed to know all. */
  List<Named> modules() {
    return required.stream().flatMap(each -> inPlaceOf(each).stream()).toList();
  }

  boolean isComplete() {
    return minor >= COMPLETE;
  }

  /** Whether a module is required, in whatever version. */
  boolean requires(String path) {
    return required.stream().anyMatch(each -> each.module().path().equals(path));
  }

  /** What is built in place of a module; nothing of a registry where it is a folder. */
  Optional<Named> inPlaceOf(Named each) {
    GoModule module = each.module();
    GoModule other =
        replaced.getOrDefault(
            module.path() + "@" + module.version(), replaced.getOrDefault(module.path(), module));
    return other.version().isEmpty()
        ? Optional.empty()
        : Optional.of(new Named(other, each.line()));
  }

  private static List<String> words(String statement) {
    return Arrays.stream(statement.strip().split("\\s+"))
        .map(word -> word.replaceAll("^[\"`]|[\"`]$", ""))
        .toList();
  }

  private void directive(List<String> words, Line line) {
    switch (words.getFirst()) {
      case "go" -> {
        Matcher version = GO.matcher(words.getLast());
        minor = version.matches() ? Integer.parseInt(version.group(1)) : minor;
      }
      case "require" -> {
        if (words.size() == 3) {
          required.add(new Named(new GoModule(words.get(1), words.get(2)), line));
        }
      }
      case "replace" -> replace(words);
      default -> {}
    }
  }

  /** {@code replace PATH [VERSION] => PATH [VERSION]}; a folder has no version. */
  private void replace(List<String> words) {
    int arrow = words.indexOf("=>");
    if ((arrow == 2 || arrow == 3) && words.size() > arrow + 1) {
      String version = words.size() > arrow + 2 ? words.get(arrow + 2) : "";
      replaced.put(
          String.join("@", words.subList(1, arrow)), new GoModule(words.get(arrow + 1), version));
    }
  }
}
