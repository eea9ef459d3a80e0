package dev.assay.inspect.sudo;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of sudoers files in the order sudo reads them, sorted into aliases and the rest. */
final class Sudoers {
  /** sudo reads at most as many nested files; here as many in all. */
  private static final int MAX_FILES = 128;

  /** A folder's nodes are looked through for each; a file may ask for it on every line. */
  private static final int MAX_INCLUDES = 1_024;

  private static final int MAX_LINE = 8_192;
  private static final Pattern INCLUDE =
      Pattern.compile("[#@]include(dir)?\\s++\"?+([^\"]*[^\"\\s])\"?\\s*+");

  /** A number behind the sign is a user id, everything else a comment. */
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#(?![0-9]).*$");

  private static final Pattern ALIASES =
      Pattern.compile("(User|Cmnd|Cmd|Host|Runas)_Alias\\s++(.*+)");

  private static final Pattern ALIAS = Pattern.compile("([A-Z][A-Z0-9_]*+)\\s*+=\\s*+(.*+)");

  private static final Pattern NEXT_ALIAS =
      Pattern.compile("(?<!\\\\):\\s*+(?=[A-Z][A-Z0-9_]*+\\s*+=)");

  /** What names stand for; a name may stand for something else in each. */
  enum Sort {
    USER,
    RUNAS,
    HOST,
    COMMAND
  }

  /** A joined line with its place. */
  record Entry(String text, Evidence evidence) {}

  final List<SourceFile> files = new ArrayList<>();
  final List<Entry> defaults = new ArrayList<>();
  final List<Entry> rules = new ArrayList<>();
  final List<String> doubts = new ArrayList<>();
  private final Map<Sort, Map<String, List<String>>> aliases = new EnumMap<>(Sort.class);
  private final Root root;

  /** Paths of the files that are being read. */
  private final Set<String> open = new HashSet<>();

  private int includes;

  Sudoers(Root root) {
    this.root = root;
  }

  void read(SourceFile file) {
    if (files.size() >= MAX_FILES) {
      doubts.add("more than " + MAX_FILES + " files are included");
      return;
    }
    String path = "/" + file.node().inRoot();
    if (!open.add(path)) {
      doubts.add(path + " includes itself");
      return;
    }
    files.add(file);
    readLines(file);
    open.remove(path);
  }

  private void readLines(SourceFile file) {
    StringBuilder joined = new StringBuilder();
    for (Line line : file.lines()) {
      boolean goesOn = line.text().endsWith("\\");
      int end = line.text().length() - (goesOn ? 1 : 0);
      if (joined.length() + end > MAX_LINE) {
        doubts.add("line " + line.number() + " is longer than " + MAX_LINE + " characters");
        return;
      }
      joined.append(line.text(), 0, end);
      if (!goesOn) {
        take(joined.toString().strip(), file.at(line));
        joined.setLength(0);
      }
    }
  }

  private void take(String text, Evidence evidence) {
    Matcher include = INCLUDE.matcher(text);
    if (include.matches()) {
      include(include.group(1) != null, include.group(2));
      return;
    }
    String clean = COMMENT.matcher(text).replaceFirst("").strip();
    Matcher named = ALIASES.matcher(clean);
    if (named.matches()) {
      define(sort(named.group(1)), named.group(2));
    } else if (clean.startsWith("Defaults")) {
      defaults.add(new Entry(clean, evidence));
    } else if (!clean.isEmpty()) {
      rules.add(new Entry(clean, evidence));
    }
  }

  private static Sort sort(String word) {
    return switch (word) {
      case "User" -> Sort.USER;
      case "Runas" -> Sort.RUNAS;
      case "Host" -> Sort.HOST;
      default -> Sort.COMMAND;
    };
  }

  private void define(Sort sort, String definitions) {
    for (String definition : NEXT_ALIAS.split(definitions)) {
      Matcher alias = ALIAS.matcher(definition.strip());
      if (alias.matches()) {
        aliases
            .computeIfAbsent(sort, each -> new HashMap<>())
            .put(alias.group(1), Lists.of(alias.group(2)));
      } else {
        doubts.add("an alias is not defined as expected: " + definition.strip());
      }
    }
  }

  /** What a name stands for, or empty where it is no alias of that sort. */
  Optional<List<String>> alias(Sort sort, String name) {
    return Optional.ofNullable(aliases.getOrDefault(sort, Map.of()).get(name));
  }

  private void include(boolean folder, String name) {
    if (++includes > MAX_INCLUDES || files.size() >= MAX_FILES) {
      if (doubts.isEmpty()) {
        doubts.add("more than " + MAX_FILES + " files are included");
      }
      return;
    }
    String path = name.startsWith("/") ? name : "/etc/" + name;
    List<SourceFile> found = new ArrayList<>();
    if (folder) {
      root.children(path).stream()
          .filter(node -> !node.name().contains(".") && !node.name().endsWith("~"))
          .sorted(Comparator.comparing(node -> node.name()))
          .forEach(node -> root.file(node.inRoot()).ifPresent(found::add));
    } else {
      root.file(path)
          .ifPresentOrElse(found::add, () -> doubts.add(path + " is included and was not read"));
    }
    found.forEach(this::read);
  }
}
