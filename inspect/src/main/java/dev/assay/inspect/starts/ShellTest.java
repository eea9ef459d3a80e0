package dev.assay.inspect.starts;

import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Set;

/**
 * Whether a script's condition holds in the product as it is shipped: {@code test} and {@code [} of
 * POSIX.1-2024 with what stands in files. Everything else is unknown.
 */
final class ShellTest {
  /** Commands that succeed in any but a broken system. */
  private static final Set<String> SUCCEED =
      Set.of(
          "true",
          ":",
          "mkdir",
          "echo",
          "cd",
          "mount",
          "ifconfig",
          "insmod",
          "modprobe",
          "sleep",
          "touch",
          "chmod",
          "chown",
          "cp",
          "ln",
          "rm",
          "export",
          "set",
          "printf",
          "logger",
          "umask");

  /** Places that stay as they are shipped; others fill while the system runs. */
  private static final List<String> FIXED =
      List.of("/bin/", "/sbin/", "/usr/", "/lib/", "/etc/default/", "/etc/init.d/", "/opt/");

  private static final int MAX_WORDS = 32;

  private final Root root;

  ShellTest(Root root) {
    this.root = root;
  }

  Answer holds(List<String> command) {
    if (command.isEmpty()) {
      return Answer.UNKNOWN;
    }
    String first = command.getFirst();
    if (first.equals("!")) {
      return holds(command.subList(1, command.size())).not();
    }
    if (command.size() <= MAX_WORDS) {
      if (first.equals("test")) {
        return alternatives(command.subList(1, command.size()));
      }
      if ((first.equals("[") || first.equals("[[")) && command.getLast().startsWith("]")) {
        return alternatives(command.subList(1, command.size() - 1));
      }
    }
    if (first.equals("false")) {
      return Answer.NO;
    }
    return SUCCEED.contains(first) ? Answer.YES : Answer.UNKNOWN;
  }

  private Answer alternatives(List<String> words) {
    int or = words.indexOf("-o");
    if (or > 0) {
      return alternatives(words.subList(0, or))
          .or(alternatives(words.subList(or + 1, words.size())));
    }
    int and = words.indexOf("-a");
    if (and > 0) {
      return alternatives(words.subList(0, and))
          .and(alternatives(words.subList(and + 1, words.size())));
    }
    return primary(words);
  }

  private Answer primary(List<String> words) {
    if (words.stream().anyMatch(word -> word.indexOf(ShellLine.UNRESOLVED) >= 0)) {
      return Answer.UNKNOWN;
    }
    if (!words.isEmpty() && words.getFirst().equals("!")) {
      return primary(words.subList(1, words.size())).not();
    }
    return switch (words.size()) {
      case 1 -> Answer.of(!words.getFirst().isEmpty());
      case 2 -> unary(words.get(0), words.get(1));
      case 3 ->
          switch (words.get(1)) {
            case "=", "==", "-eq" -> Answer.of(words.get(0).equals(words.get(2)));
            case "!=", "-ne" -> Answer.of(!words.get(0).equals(words.get(2)));
            default -> Answer.UNKNOWN;
          };
      default -> Answer.UNKNOWN;
    };
  }

  private Answer unary(String operator, String word) {
    return switch (operator) {
      case "-n" -> Answer.of(!word.isEmpty());
      case "-z" -> Answer.of(word.isEmpty());
      case "-e", "-f", "-x", "-r", "-d", "-s", "-L", "-h" -> {
        if (root.exists(word)) {
          yield Answer.YES;
        }
        yield FIXED.stream().anyMatch(word::startsWith) ? Answer.NO : Answer.UNKNOWN;
      }
      default -> Answer.UNKNOWN;
    };
  }
}
