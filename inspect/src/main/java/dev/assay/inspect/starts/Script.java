package dev.assay.inspect.starts;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start script read line by line as it would run with {@code start}: which programs it starts,
 * under which conditions. Loops are read once; what a function starts depends on who calls it.
 */
final class Script {
  /** A program it starts, or a script it runs. */
  record Found(Launch launch, Answer runs, Evidence evidence) {}

  /** A program within a function, or outside of one. */
  private record Seen(Found found, String function) {}

  /** A mention of a function. */
  private record Call(String callee, String caller, Answer runs) {}

  private static final Pattern FUNCTION =
      Pattern.compile("(?:function\\s+)?([A-Za-z_][\\w-]*)\\s*\\(\\)\\s*(.*)");

  /** Functions that rc.common, procd and OpenRC call by themselves. */
  private static final Set<String> IMPLICIT =
      Set.of("start", "boot", "start_service", "start_pre", "start_post", "service_started");

  private static final int MAX_LINES = 4000;
  private static final int MAX_FOUND = 4000;
  private static final int MAX_ROUNDS = 100;
  private static final int MAX_LINE = 8192;

  private final Root root;
  private final SourceFile file;
  private final Assignments variables;
  private final ShellTest test;
  private final ShellBlocks blocks = new ShellBlocks();
  private final Set<String> functions = new HashSet<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private boolean whole = true;
  private boolean readsUnknown;
  private boolean inCondition;
  private Answer condition = Answer.YES;
  private String defining = "";

  private Script(Root root, SourceFile file, Assignments variables) {
    this.root = root;
    this.file = file;
    this.variables = variables;
    this.test = new ShellTest(root);
  }

  /**
   * What was found.
   *
   * @param whole whether all of the script was looked at
   */
  record Result(List<Found> found, boolean whole) {}

  static Result read(Root root, SourceFile file, Assignments variables) {
    Script script = new Script(root, file, variables);
    script.read();
    Map<String, Answer> called = script.called();
    List<Found> found =
        script.seen.stream()
            .map(
                each ->
                    new Found(
                        each.found().launch(),
                        each.found()
                            .runs()
                            .and(called.getOrDefault(each.function(), Answer.UNKNOWN)),
                        each.found().evidence()))
            .toList();
    return new Result(found, script.whole && !variables.isFull());
  }

  /** Remembers that there is more than is looked at. */
  private void cut(String more) {
    file.cut(more);
    whole = false;
  }

  private String variable(String name) {
    String otherwise =
        // The first argument of an init script says what it is to do.
        name.equals("1")
            ? "start"
            : readsUnknown || name.matches("\\d+") ? String.valueOf(ShellLine.UNRESOLVED) : "";
    return variables.get(name).map(Assignments.Value::text).orElse(otherwise);
  }

  private void read() {
    List<Line> lines = joined();
    for (Line line : lines) {
      Matcher function = FUNCTION.matcher(line.text());
      if (function.matches()) {
        functions.add(function.group(1));
      }
    }
    lines.forEach(this::line);
    if (!blocks.isWhole()) {
      cut("blocks or patterns that were not followed");
    }
  }

  /** Lines without comments, those ending in a backslash put together. */
  private List<Line> joined() {
    List<Line> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int start = 0;
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (lines.size() >= MAX_LINES || open.length() > MAX_LINE) {
        cut("more than " + MAX_LINES + " lines, or longer ones than " + MAX_LINE + " characters");
        break;
      }
      start = open.isEmpty() ? line.number() : start;
      if (text.endsWith("\\")) {
        open.append(text, 0, text.length() - 1).append(' ');
      } else {
        lines.add(new Line(start, open.append(text).toString()));
        open.setLength(0);
      }
    }
    return lines;
  }

  private void line(Line line) {
    String all = line.text();
    if (all.length() > MAX_LINE) {
      cut("a line longer than " + MAX_LINE + " characters");
    }
    String text = blocks.pattern(all.length() <= MAX_LINE ? all : all.substring(0, MAX_LINE));
    Matcher function = FUNCTION.matcher(text);
    if (function.matches()) {
      defining = function.group(1);
      text = function.group(2);
    }
    if (blocks.reached() != Answer.NO) {
      variables.read(file, new Line(line.number(), text), this::variable);
    }
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
    if (text.contains(";;")) {
      blocks.endBranch();
    }
  }

  /** Takes one command and answers whether it succeeds. */
  private Answer command(ShellLine.Command command, Answer reached, Line line) {
    List<String> words = command.words();
    switch (words.getFirst()) {
      case "if", "elif" -> {
        if (words.getFirst().equals("elif")) {
          blocks.elseIf();
        }
        inCondition = true;
        condition = test.holds(words.subList(1, words.size()));
        return condition;
      }
      case "then" -> {
        if (inCondition) {
          blocks.openIf(condition);
        }
        inCondition = false;
      }
      case "else" -> blocks.otherwise();
      case "fi" -> blocks.endIf();
      case "case" -> {
        blocks.openCase(words.size() > 1 ? words.get(1) : "");
        return Answer.YES;
      }
      case "esac" -> blocks.endCase();
      case "{" -> {
        if (defining.isEmpty()) {
          blocks.openGroup(reached);
        } else {
          blocks.openFunction(defining);
        }
        defining = "";
      }
      case "}" -> blocks.endGroup();
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
    boolean keyword = ShellBlocks.isKeyword(words.getFirst()) && !words.getFirst().equals("!");
    List<String> bare = keyword ? words.subList(1, words.size()) : words;
    if (bare.isEmpty()) {
      return Answer.YES;
    }
    run(bare, blocks.reached().and(reached), line);
    return test.holds(bare);
  }

  private void run(List<String> words, Answer runs, Line line) {
    for (String word : words) {
      if (functions.contains(word) && calls.size() >= MAX_FOUND) {
        cut("more than " + MAX_FOUND + " calls");
      } else if (functions.contains(word)) {
        calls.add(new Call(word, blocks.function(), runs));
      }
    }
    switch (words.getFirst()) {
      case "exit", "return" -> leave(words, runs);
      case ".", "source" -> {
        if (words.size() > 1 && runs != Answer.NO) {
          source(words.get(1));
        }
      }
      default -> {
        if (seen.size() >= MAX_FOUND) {
          cut("more than " + MAX_FOUND + " commands");
        } else {
          Evidence at = file.at(new Line(line.number(), Concealed.of(line.text())));
          Optional<Launch> found = Launch.of(words, this::variable);
          if (found.filter(Launch::isTooDeep).isPresent()) {
            cut("shells within shells that were not followed");
          }
          found.ifPresent(
              launch -> seen.add(new Seen(new Found(launch, runs, at), blocks.function())));
        }
      }
    }
  }

  /** A script that may give up with an error is taken to meet none. */
  private void leave(List<String> words, Answer runs) {
    boolean failure = words.size() > 1 && words.get(1).matches("[1-9]\\d*");
    if (!failure || runs == Answer.YES) {
      blocks.leave(runs);
    }
  }

  /**
   * Whether somebody calls each function; what nobody mentions, another file may. Goes round until
   * nothing changes, as functions may call each other in circles.
   */
  private Map<String, Answer> called() {
    Map<String, Answer> called = new HashMap<>(Map.of("", Answer.YES));
    Set<String> mentioned = new HashSet<>();
    calls.forEach(call -> mentioned.add(call.callee()));
    for (String function : functions) {
      boolean implicit = IMPLICIT.contains(function);
      called.put(
          function,
          implicit ? Answer.YES : mentioned.contains(function) ? Answer.NO : Answer.UNKNOWN);
    }
    boolean changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
      changed = false;
      for (Call call : calls) {
        Answer before = called.getOrDefault(call.callee(), Answer.NO);
        Answer caller = called.getOrDefault(call.caller(), Answer.UNKNOWN);
        Answer now = before.or(call.runs().and(caller));
        changed |= now != before;
        called.put(call.callee(), now);
      }
    }
    return called;
  }

  /** Takes the variables of another file; where it cannot be read, any variable may be set. */
  private void source(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.contains("functions") || name.equals("rc.common")) {
      return;
    }
    root.file(path).ifPresentOrElse(variables::read, () -> readsUnknown = true);
  }
}
