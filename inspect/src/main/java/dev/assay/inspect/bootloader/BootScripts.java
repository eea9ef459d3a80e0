package dev.assay.inspect.bootloader;

import dev.assay.inspect.tree.Wildcards;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the variables that hold commands lead to when one of them is run. */
final class BootScripts {
  private static final Pattern SEPARATOR =
      Pattern.compile("[;|&\\n]+|\\bthen\\b|\\bdo\\b|\\belse\\b");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{?([A-Za-z0-9_.-]+)}?");
  private static final int MOST = 512;

  private final Map<String, String> variables;

  BootScripts(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * The variables whose commands run when {@code start} is run, itself included where it has any.
   * {@code run boot_${target}} runs all that its text may become.
   */
  Set<String> reachedFrom(String start) {
    Set<String> reached = new TreeSet<>();
    Deque<String> todo = new ArrayDeque<>(List.of(start));
    while (!todo.isEmpty() && reached.size() < MOST) {
      String name = todo.pop();
      String script = variables.get(name);
      if (script == null || !reached.add(name)) {
        continue;
      }
      for (String command : commands(script)) {
        String[] words = command.split("\\s+");
        for (int i = 0; i < words.length - 1; i++) {
          if (words[i].equals("run")) {
            for (int j = i + 1; j < words.length; j++) {
              todo.addAll(named(words[j].replaceAll("[\"']", "")));
            }
          }
        }
      }
    }
    return reached;
  }

  /** Whether so many variables were reached that no more were followed. */
  static boolean isCut(Set<String> reached) {
    return reached.size() >= MOST;
  }

  /** Those of the variables in which a command with one of these names stands. */
  List<String> using(Set<String> names, Set<String> commands) {
    return names.stream().filter(name -> uses(variables.getOrDefault(name, ""), commands)).toList();
  }

  private static boolean uses(String script, Set<String> wanted) {
    for (String command : commands(script)) {
      String[] words = command.replaceFirst("^(?:if|while|elif|until|!)\\s+", "").split("\\s+");
      String first = words[0];
      String pair = words.length > 1 ? first + " " + words[1] : first;
      if (wanted.contains(first) || wanted.contains(pair)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> commands(String script) {
    return SEPARATOR.splitAsStream(script).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  /** Variables that a name with references in it may mean. */
  private List<String> named(String word) {
    Matcher reference = REFERENCE.matcher(word);
    if (!reference.find()) {
      return List.of(word);
    }
    String shape = reference.replaceAll("*");
    Set<String> targets = targets();
    return variables.keySet().stream()
        .filter(name -> Wildcards.match(shape, name))
        .filter(name -> targets.isEmpty() || targets.stream().anyMatch(name::endsWith))
        .sorted()
        .toList();
  }

  /** Where the standard boot scripts look, from {@code boot_targets}; empty where it is not set. */
  private Set<String> targets() {
    String listed = variables.getOrDefault("boot_targets", "").strip();
    return listed.isEmpty() ? Set.of() : new TreeSet<>(List.of(listed.split("\\s+")));
  }
}
