package dev.assay.inspect.osmocom;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of a VTY configuration with the nodes they stand in. */
record VtyConfig(SourceFile file, List<Command> commands) {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 16;

  VtyConfig {
    commands = List.copyOf(commands);
  }

  /**
   * One command.
   *
   * @param nodes the commands that lead to its node, outermost first, words parted by one blank
   * @param words never empty
   */
  record Command(List<String> nodes, List<String> words, Line line) {
    Command {
      nodes = List.copyOf(nodes);
      words = List.copyOf(words);
    }

    String text() {
      return String.join(" ", words);
    }

    /** Whether it starts with these words. */
    boolean is(String start) {
      return text().equals(start) || text().startsWith(start + " ");
    }

    /** Whether its innermost node starts with these words; the empty text stands for no node. */
    boolean in(String node) {
      String inner = nodes.isEmpty() ? "" : nodes.getLast();
      return node.isEmpty() ? nodes.isEmpty() : inner.equals(node) || inner.startsWith(node + " ");
    }

    /** The word at a position after its start, empty where there is none. */
    String word(int index) {
      return index < words.size() ? words.get(index) : "";
    }

    /** Numbers from a position on. */
    List<Integer> numbers(int from) {
      return words.stream()
          .skip(from)
          .filter(word -> word.matches("\\d{1,4}"))
          .map(Integer::valueOf)
          .toList();
    }
  }

  private record Open(int indent, String text) {}

  static VtyConfig read(SourceFile file) {
    List<Command> commands = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.isEmpty() || text.startsWith("!") || text.startsWith("#")) {
        continue;
      }
      if (commands.size() >= MOST) {
        file.cut("more than " + MOST + " commands");
        break;
      }
      int indent = line.text().length() - line.text().stripLeading().length();
      while (!open.isEmpty() && open.peekLast().indent() >= indent) {
        open.removeLast();
      }
      List<String> words = List.of(text.split("\\s+"));
      commands.add(new Command(open.stream().map(Open::text).toList(), words, line));
      if (open.size() >= DEEPEST) {
        file.cut("commands nested deeper than " + DEEPEST);
      } else {
        open.addLast(new Open(indent, String.join(" ", words)));
      }
    }
    return new VtyConfig(file, commands);
  }

  /** Commands in a node that start with these words. */
  Stream<Command> all(String node, String start) {
    return commands.stream().filter(command -> command.in(node) && command.is(start));
  }

  /** The last such command: it overrides those before. */
  Optional<Command> last(String node, String start) {
    return all(node, start).reduce((first, second) -> second);
  }

  /** The last of a command and its opposite {@code no …}. */
  Optional<Command> lastOfBoth(String node, String start) {
    return commands.stream()
        .filter(command -> command.in(node) && (command.is(start) || command.is("no " + start)))
        .reduce((first, second) -> second);
  }

  /** Whether a node is entered at all. */
  boolean has(String node) {
    return commands.stream().anyMatch(command -> command.in("") && command.is(node));
  }
}
