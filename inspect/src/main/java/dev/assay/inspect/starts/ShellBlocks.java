package dev.assay.inspect.starts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The compound commands that a line of a script stands in (POSIX.1-2024 XCU 2.9.4): under which
 * conditions it is reached, in which function, and whether the script is still running there.
 */
final class ShellBlocks {
  private enum Kind {
    IF,
    CASE,
    GROUP,
    FUNCTION
  }

  /** An open block. */
  private static final class Block {
    final Kind kind;
    final String name;
    final Answer aliveBefore;
    Answer holds;
    Answer matched = Answer.NO;

    /**
     * @param name of a function; word of a case
     */
    Block(Kind kind, String name, Answer holds, Answer aliveBefore) {
      this.kind = kind;
      this.name = name;
      this.holds = holds;
      this.aliveBefore = aliveBefore;
    }
  }

  private static final Pattern PATTERN =
      Pattern.compile(
          "\\(?\\s*+([\\w*?.\"'|\\s\\[\\]-]*[\\w*?.\"'|\\[\\]-])\\s*\\)(.*)", Pattern.DOTALL);
  private static final int MAX_DEPTH = 64;
  private static final int MAX_PATTERN = 200;

  private final Deque<Block> blocks = new ArrayDeque<>();
  private Answer alive = Answer.YES;
  private boolean whole = true;

  /** Whether all blocks and patterns so far were followed. */
  boolean isWhole() {
    return whole;
  }

  /** Whether what comes next is reached. */
  Answer reached() {
    Answer all = alive;
    for (Block block : blocks) {
      all = all.and(block.holds);
    }
    return all;
  }

  /** Name of the function that is being defined; empty outside of one. */
  String function() {
    return blocks.stream()
        .filter(block -> block.kind == Kind.FUNCTION)
        .findFirst()
        .map(block -> block.name)
        .orElse("");
  }

  void leave(Answer when) {
    alive = alive.and(when.not());
  }

  void openIf(Answer holds) {
    open(Kind.IF, "", holds);
  }

  void otherwise() {
    if (isIn(Kind.IF)) {
      blocks.element().holds = blocks.element().holds.not();
    }
  }

  void elseIf() {
    close(Kind.IF);
  }

  void endIf() {
    close(Kind.IF);
  }

  void openCase(String word) {
    // Before its first pattern nothing is run.
    open(Kind.CASE, word, Answer.NO);
  }

  /** Takes the pattern off a line inside a case and answers the rest of the line. */
  String pattern(String text) {
    // The expression takes its time with long lines; no pattern is as long.
    int end = text.indexOf(')');
    Matcher matcher = PATTERN.matcher(text);
    if (isIn(Kind.CASE) && end > MAX_PATTERN && text.lastIndexOf(' ', end) < 0) {
      whole = false;
    }
    if (!isIn(Kind.CASE) || end < 0 || end > MAX_PATTERN || !matcher.matches()) {
      return text;
    }
    Block block = blocks.element();
    Answer matches = Answer.NO;
    for (String pattern : matcher.group(1).split("\\|")) {
      matches = matches.or(matches(block.name, pattern.strip().replaceAll("[\"']", "")));
    }
    block.holds = matches.and(block.matched.not());
    block.matched = block.matched.or(matches);
    return matcher.group(2);
  }

  private static Answer matches(String word, String pattern) {
    if (word.indexOf(ShellLine.UNRESOLVED) >= 0) {
      return Answer.UNKNOWN;
    }
    return pattern.matches(".*[*?\\[].*")
        ? pattern.equals("*") ? Answer.YES : Answer.UNKNOWN
        : Answer.of(pattern.equals(word));
  }

  /** The end of a branch: what left the script there did not leave it elsewhere. */
  void endBranch() {
    if (isIn(Kind.CASE)) {
      alive = blocks.element().aliveBefore;
      blocks.element().holds = Answer.NO;
    }
  }

  void endCase() {
    if (isIn(Kind.CASE)) {
      alive = blocks.element().aliveBefore;
    }
    close(Kind.CASE);
  }

  void openGroup(Answer reached) {
    open(Kind.GROUP, "", reached);
  }

  void openFunction(String name) {
    open(Kind.FUNCTION, name, Answer.YES);
  }

  void endGroup() {
    if (isIn(Kind.FUNCTION)) {
      alive = blocks.element().aliveBefore;
      blocks.pop();
    } else {
      close(Kind.GROUP);
    }
  }

  private boolean isIn(Kind kind) {
    return !blocks.isEmpty() && blocks.element().kind == kind;
  }

  private void open(Kind kind, String name, Answer holds) {
    if (blocks.size() < MAX_DEPTH) {
      blocks.push(new Block(kind, name, holds, alive));
    } else {
      whole = false;
    }
  }

  private void close(Kind kind) {
    if (isIn(kind)) {
      blocks.pop();
    }
  }

  /** Words that open and close blocks; they are no commands. */
  static boolean isKeyword(String word) {
    return List.of("then", "do", "else", "{", "!").contains(word);
  }
}
