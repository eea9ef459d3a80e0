package dev.assay.inspect.web;

import dev.assay.inspect.tree.Wildcards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code Options} of directories: which section decides (httpd 2.4 "Configuration Sections"). */
final class ApacheOptions {
  /** What {@code Options} leaves at a directory, with the directive that decided last. */
  record Effective(Set<String> options, Optional<Directive> last) {
    boolean has(String option) {
      return options.contains(option);
    }
  }

  private final List<Directive> sections;

  /**
   * @param levels settings of the main server, then of the virtual host
   */
  ApacheOptions(List<List<Directive>> levels) {
    List<Directive> directories = new ArrayList<>();
    for (List<Directive> level : levels) {
      Directive.every(level, "directory").stream()
          .sorted(Comparator.comparingInt(section -> path(section).split("/").length))
          .forEach(directories::add);
    }
    this.sections = directories;
  }

  /** Options where {@code FollowSymLinks} is the default of 2.4. */
  Effective at(String directory) {
    Set<String> options = new TreeSet<>(Set.of("followsymlinks"));
    Optional<Directive> last = Optional.empty();
    for (Directive section : sections) {
      if (covers(path(section), directory)) {
        for (Directive line : Directive.every(section.block(), "options")) {
          options = apply(line, options);
          last = Optional.of(line);
        }
      }
    }
    return new Effective(options, last);
  }

  static Set<String> apply(Directive line, Set<String> before) {
    boolean relative =
        !line.words().isEmpty() && line.words().stream().allMatch(w -> w.matches("[+-].*"));
    Set<String> options = new TreeSet<>(relative ? before : Set.of());
    for (String word : line.words()) {
      String name = word.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
      List<String> named =
          name.equals("all")
              ? List.of("execcgi", "followsymlinks", "includes", "indexes")
              : List.of(name);
      if (word.startsWith("-")) {
        named.forEach(options::remove);
      } else if (!name.equals("none")) {
        options.addAll(named);
      }
    }
    return options;
  }

  static String path(Directive section) {
    String path = section.words().isEmpty() ? "" : section.words().getLast();
    return path.length() > 1 ? path.replaceFirst("(?<!/)/+$", "") : path;
  }

  /** Whether a section of this path holds for the directory. */
  static boolean covers(String section, String directory) {
    if (section.equals("/") || section.equals(directory) || directory.startsWith(section + "/")) {
      return true;
    }
    String[] wanted = section.split("/");
    String[] given = directory.split("/");
    if (!Glob.isPattern(section) || wanted.length > given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!Wildcards.match(wanted[i], given[i])) {
        return false;
      }
    }
    return true;
  }
}
