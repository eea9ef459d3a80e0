package dev.assay.inspect.script;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scripting language, told by the interpreter that a script names or by how its lines begin. */
enum Language {
  SHELL(
      "shell",
      "(?:ba|da|a|z|k|mk)?sh|busybox|openrc-run",
      List.of("sh"),
      List.of("#"),
      List.of(
          ". /",
          ". \"",
          ". $",
          "[ -",
          "[ \"",
          "[ !",
          "if [",
          "if command ",
          "case $",
          "case \"",
          "set -",
          "unset ")),
  PYTHON(
      "python",
      "python[0-9.]*|pypy3?|micropython",
      List.of("py"),
      List.of("#"),
      List.of("import ", "from ", "def ", "class ")),
  PERL(
      "perl",
      "perl[0-9.]*",
      List.of("pl", "pm", "cgi", "t"),
      List.of("#"),
      List.of("package ", "use ")),
  PHP(
      "php",
      "php[0-9.]*(?:-cgi|-cli)?",
      List.of("php", "php3", "php5", "phtml", "inc"),
      List.of("#", "//", "*", "/*"),
      List.of("<?php", "<?=")),
  RUBY(
      "ruby",
      "ruby[0-9.]*|jruby",
      List.of("rb"),
      List.of("#"),
      List.of("require ", "require_relative ", "module ", "class ")),
  LUA(
      "lua",
      "lua(?:jit)?[0-9.]*|tarantool|nixio",
      List.of("lua"),
      List.of("--"),
      List.of("local ", "function ", "module(", "return ")),
  JAVASCRIPT(
      "javascript",
      "node|nodejs|qjs|ucode|gjs",
      List.of("js", "mjs", "cjs"),
      List.of("//", "*", "/*"),
      List.of(
          "const ",
          "let ",
          "var ",
          "import ",
          "export ",
          "function ",
          "async function ",
          "class ",
          "(function",
          "( function",
          ";(function",
          "!function",
          "+function",
          "(() =>",
          "(()=>",
          "define(",
          "require(",
          "if (typeof ",
          "$(",
          "$.",
          "jQuery",
          "window.",
          "document.",
          "module.exports",
          "exports.",
          "'use strict'",
          "\"use strict\"")),
  TCL("tcl", "tclsh[0-9.]*|wish[0-9.]*|expect", List.of("tcl", "exp"), List.of("#"), List.of());

  /** As far as a file is read to tell what it is, in bytes. */
  static final int HEAD = 2048;

  /** A PHP page may begin with HTML; a module's first statement comes behind its licence. */
  private static final int FIRST_LINES = 60;

  /** {@code #!/usr/bin/env -S python3 -u} names python3. */
  private static final Pattern INTERPRETER =
      Pattern.compile("#![ \\t]*(?:\\S*/env[ \\t]+(?:-\\S+[ \\t]+|\\w+=\\S*[ \\t]+)*)?(\\S+)");

  /** {@code start() { … }}, or {@code function start { … }} of bash. */
  private static final Pattern SHELL_FUNCTION =
      Pattern.compile(
          "(?<![\\w.-])[A-Za-z_][\\w.-]*+[ \\t]*+\\([ \\t]*+\\)\\s*+(?:#.*+\\s*+)?+[{(]"
              + "|function[ \\t]+[\\w.-]+[ \\t]*\\{");

  private static final List<Language> ALL = List.of(values());

  /** Characters of ASCII with which a line begins that tells of a language. */
  private static final BitSet TELLING = new BitSet();

  static {
    for (Language each : values()) {
      each.starts.forEach(start -> TELLING.set(start.charAt(0)));
    }
  }

  private final String word;
  private final Pattern interpreters;
  private final List<String> endings;
  private final List<String> comments;
  private final List<String> starts;

  Language(
      String word,
      String interpreters,
      List<String> endings,
      List<String> comments,
      List<String> starts) {
    this.word = word;
    this.interpreters = Pattern.compile(interpreters);
    this.endings = endings;
    this.comments = comments;
    this.starts = starts;
  }

  /** The word among facts. */
  String word() {
    return word;
  }

  /** The language of that {@link #word}. */
  static Optional<Language> named(String word) {
    for (Language each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * What the first line names as the script's interpreter, as it is written; empty for a module.
   */
  static String interpreter(Block head) {
    Matcher matcher = INTERPRETER.matcher(text(head));
    return matcher.lookingAt() ? matcher.group(1) : "";
  }

  /**
   * The languages that a text may be written in. Without an interpreter that is a guess from how
   * lines begin, which counts only where the file is named so ({@link #names}).
   */
  static List<Language> of(Block head) {
    String interpreter = interpreter(head);
    if (!interpreter.isEmpty()) {
      String name = interpreter.substring(interpreter.lastIndexOf('/') + 1);
      return Stream.of(values())
          .filter(each -> each.interpreters.matcher(name).matches())
          .limit(1)
          .toList();
    }
    String text = text(head);
    Matcher function = SHELL_FUNCTION.matcher(text);
    Set<Language> found = EnumSet.noneOf(Language.class);
    int at = 0;
    for (int line = 0; line < FIRST_LINES && at < text.length(); line++) {
      if (TELLING.get(text.charAt(at))) {
        for (Language each : ALL) {
          if (each.begins(text, at)) {
            found.add(each);
          }
        }
      }
      if (function.region(at, text.length()).lookingAt()) {
        found.add(SHELL);
      }
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return List.copyOf(found);
  }

  private boolean begins(String text, int at) {
    for (String start : starts) {
      if (text.startsWith(start, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file of that name holds this language. */
  boolean names(String file) {
    return endings.contains(file.substring(file.lastIndexOf('.') + 1));
  }

  /** Whether a line says nothing to the interpreter. */
  boolean isComment(String line) {
    String bare = line.strip();
    int closed = bare.startsWith("/*") || bare.startsWith("*") ? bare.indexOf("*/") : -1;
    boolean codeBehind = closed >= 0 && closed + 2 < bare.length();
    return !codeBehind && comments.stream().anyMatch(bare::startsWith);
  }

  /** Whether a `;` ends each statement, so that a line may hold any number of them. */
  boolean endsStatements() {
    return this == PERL || this == PHP || this == JAVASCRIPT;
  }

  private static String text(Block head) {
    return new String(head.array(), head.arrayOffset(), head.size(), StandardCharsets.ISO_8859_1);
  }
}
