package dev.assay.inspect.starts;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A start script read line by line as it would run with {@code start}: which programs it starts,
 * under which conditions. Loops are read once and functions where they stand; every branch of a
 * {@code case} counts as run.
 */
final class Script {
  /** A program it starts, or a script it runs. */
  record Found(Launch launch, Answer runs, Evidence evidence) {}

  private static final int MAX_LINES = 4000;
  private static final int MAX_FOUND = 4000;
  private static final int MAX_DEPTH = 64;

  private final Root root;
  private final SourceFile file;
  private final Assignments variables;
  private final ShellTest test;
  private final Deque<Answer> blocks = new ArrayDeque<>();
  private final List<Found> found = new ArrayList<>();
  private boolean readsUnknown;
  private Answer alive = Answer.YES;
  private boolean inCondition;
  private Answer condition = Answer.YES;
  private int nested;

  private Script(Root root, SourceFile file, Assignments variables) {
    this.root = root;
    this.file = file;
    this.variables = variables;
    this.test = new ShellTest(root);
  }

  static List<Found> read(Root root, SourceFile file, Assignments variables) {
    Script script = new Script(root, file, variables);
    script.read();
    return script.found;
  }

  String variable(String name) {
    // The first argument of an init script says what it is to do.
    return variables
        .get(name)
        .map(Assignments.Value::text)
        .orElse(
            name.equals("1")
                ? "start"
                : readsUnknown || name.matches("\\d+") ? "" + ShellLine.UNRESOLVED : "");
  }

  private void read() {
    StringBuilder open = new StringBuilder();
    int start = 0;
    for (Line line : file.lines().stream().limit(MAX_LINES).toList()) {
      String text = line.text().strip();
      if (text.startsWith("#")) {
        continue;
      }
      start = open.isEmpty() ? line.number() : start;
      if (text.endsWith("\\")) {
        open.append(text, 0, text.length() - 1).append(' ');
      } else {
        line(new Line(start, open.append(text).toString()));
        open.setLength(0);
      }
    }
  }

  private void line(Line line) {
    String text = line.text();
    boolean ended = text.contains(";;") || text.equals("}") || text.startsWith("esac");
    Answer reached = Answer.YES;
    Answer before = Answer.YES;
    for (ShellLine.Command command : ShellLine.read(text, this::variable)) {
      reached =
          switch (command.before()) {
            case "&&" -> reached.and(before);
            case "||" -> reached.and(before.not());
            case "|" -> reached;
            default -> Answer.YES;
          };
      before = command(command, reached, line);
    }
    if (isAssignment(text) && alive != Answer.NO && !blocks.contains(Answer.NO)) {
      variables.read(file, line);
    }
    if (ended) {
      alive = nested > 0 || text.equals("}") ? Answer.YES : alive;
    }
    nested += text.matches("case\\s.*|.*\\(\\)\\s*\\{?") ? 1 : 0;
    nested -= (text.startsWith("esac") || text.equals("}")) && nested > 0 ? 1 : 0;
  }

  /** Takes one command and answers whether it succeeds. */
  private Answer command(ShellLine.Command command, Answer reached, Line line) {
    List<String> words = command.words();
    switch (words.getFirst()) {
      case "if", "elif" -> {
        if (words.getFirst().equals("elif") && !blocks.isEmpty()) {
          blocks.pop();
        }
        inCondition = true;
        condition = test.holds(words.subList(1, words.size()));
        return condition;
      }
      case "then" -> {
        if (inCondition && blocks.size() < MAX_DEPTH) {
          blocks.push(condition);
        }
        inCondition = false;
      }
      case "else" -> {
        if (!blocks.isEmpty()) {
          blocks.push(blocks.pop().not());
        }
      }
      case "fi" -> {
        if (!blocks.isEmpty()) {
          blocks.pop();
        }
        return Answer.YES;
      }
      default -> {
        if (inCondition) {
          Answer holds = test.holds(words);
          condition =
              switch (command.before()) {
                case "&&" -> condition.and(holds);
                case "||" -> condition.or(holds);
                default -> holds;
              };
          return condition;
        }
      }
    }
    boolean keyword = words.getFirst().equals("then") || words.getFirst().equals("else");
    List<String> bare = keyword ? words.subList(1, words.size()) : words;
    if (bare.isEmpty()) {
      return Answer.YES;
    }
    run(bare, here(reached), line);
    return test.holds(bare);
  }

  private Answer here(Answer reached) {
    Answer all = reached.and(alive);
    for (Answer block : blocks) {
      all = all.and(block);
    }
    return all;
  }

  private void run(List<String> words, Answer runs, Line line) {
    switch (words.getFirst()) {
      case "exit", "return" -> leave(words, runs);
      case ".", "source" -> {
        if (words.size() > 1 && runs != Answer.NO) {
          source(words.get(1));
        }
      }
      default -> {
        if (found.size() < MAX_FOUND) {
          Evidence at = file.at(new Line(line.number(), Concealed.of(line.text())));
          Launch.of(words, this::variable)
              .ifPresent(launch -> found.add(new Found(launch, runs, at)));
        }
      }
    }
  }

  /** A script that may give up with an error is taken to meet none. */
  private void leave(List<String> words, Answer runs) {
    boolean failure = words.size() > 1 && words.get(1).matches("[1-9]\\d*");
    if (!failure || runs == Answer.YES) {
      alive = alive.and(runs.not());
    }
  }

  /** Takes the variables of another file; where it cannot be read, any variable may be set. */
  private void source(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.contains("functions") || name.equals("rc.common")) {
      return;
    }
    root.file(path).ifPresentOrElse(variables::read, () -> readsUnknown = true);
  }

  private static boolean isAssignment(String text) {
    return text.matches("(?:(?:export|local|readonly)\\s+)?[A-Za-z_][A-Za-z0-9_]*\\+?=.*");
  }
}
