package dev.assay.inspect.logging;

import dev.assay.inspect.settings.Included;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of rsyslog.conf(5) in order: old directives ({@code $ModLoad imudp}), lines of
 * selector and action, and objects ({@code action(type="omfwd" …)}).
 */
final class RsyslogReader {
  private static final int MAX_STATEMENTS = 10_000;
  private static final int MAX_OBJECT = 16_384;
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\b(module|input|action|global|include|ruleset|template|main_queue)\\s*\\(",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARAMETER =
      Pattern.compile("(?<![A-Za-z0-9_.])([A-Za-z0-9_.]++)\\s*+=\\s*+\\[?+\\s*+\"([^\"]*+)\"");

  /**
   * One statement.
   *
   * @param kind {@code directive}, {@code rule}, or the object's name
   * @param selector of a rule, {@code $} name of a directive
   * @param value of a directive, action of a rule
   * @param parameters of an object, names in lower case
   */
  record Statement(
      String kind, String selector, String value, Map<String, String> parameters, Evidence at) {
    String parameter(String name) {
      return parameters.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  final List<Statement> statements = new ArrayList<>();
  final Included included;
  private String selector = "";

  RsyslogReader(Root root) {
    included = new Included(root);
  }

  void read(SourceFile main) {
    included.read(main, this::file);
  }

  private void file(SourceFile file) {
    StringBuilder object = new StringBuilder();
    boolean comment = false;
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (comment || text.startsWith("/*")) {
        comment = !text.contains("*/");
        continue;
      }
      if (object.isEmpty() && (text.isEmpty() || text.startsWith("#"))) {
        continue;
      }
      if (statements.size() >= MAX_STATEMENTS) {
        file.cut("more than " + MAX_STATEMENTS + " statements");
        return;
      }
      if (!object.isEmpty() || OBJECT.matcher(text).find()) {
        object.append(withoutComment(text)).append('\n');
        if (object.length() > MAX_OBJECT) {
          file.cut("a statement longer than " + MAX_OBJECT + " characters");
        }
        if (closed(object) || object.length() > MAX_OBJECT) {
          objects(object.toString(), file, file.at(line));
          object.setLength(0);
        }
      } else if (text.startsWith("$")) {
        String[] words = withoutComment(text).split("\\s+", 2);
        directive(words[0].substring(1), words.length > 1 ? words[1].strip() : "", file, line);
      } else {
        rule(text, file.at(line));
      }
    }
  }

  private void directive(String name, String value, SourceFile file, Line line) {
    if (name.equalsIgnoreCase("IncludeConfig")) {
      include(value, file);
    } else {
      add("directive", name.toLowerCase(Locale.ROOT), value, Map.of(), file.at(line));
    }
  }

  private void include(String pattern, SourceFile from) {
    included.each(pattern.endsWith("/") ? pattern + "*" : pattern, from, this::file);
  }

  /** {@code auth,authpriv.* /var/log/auth.log}; {@code &} repeats the selector. */
  private void rule(String text, Evidence at) {
    String[] words = withoutComment(text).split("\\s+", 2);
    if (words.length == 2
        && words[0].matches("[A-Za-z0-9*,;.=!][A-Za-z0-9*,;=!]*+\\.[A-Za-z0-9*,;.=!]+")) {
      selector = words[0];
      add("rule", selector, words[1].strip(), Map.of(), at);
    } else if (words.length == 2 && (words[0].equals("&") || words[0].startsWith(":"))) {
      String action = words[1].substring(words[1].lastIndexOf(' ') + 1);
      add("rule", words[0].equals("&") ? selector : words[0], action, Map.of(), at);
    }
  }

  private void objects(String text, SourceFile file, Evidence at) {
    Matcher object = OBJECT.matcher(text);
    String before = text.strip();
    while (object.find()) {
      if (statements.size() >= MAX_STATEMENTS) {
        file.cut("more than " + MAX_STATEMENTS + " statements");
        return;
      }
      int end = end(text, object.end());
      Map<String, String> parameters = new TreeMap<>();
      Matcher each = PARAMETER.matcher(text).region(object.end(), end);
      while (each.find()) {
        parameters.put(each.group(1).toLowerCase(Locale.ROOT), each.group(2));
      }
      String kind = object.group(1).toLowerCase(Locale.ROOT);
      if (kind.equals("include")) {
        include(parameters.getOrDefault("file", ""), file);
        continue;
      }
      // `auth.* action(…)`: the selector goes before the object.
      String first = before.split("\\s+", 2)[0];
      add(kind, first.matches("[a-z*,;]+\\.[a-z*;,.=!]+") ? first : "*.*", "", parameters, at);
    }
  }

  private void add(
      String kind, String of, String value, Map<String, String> parameters, Evidence at) {
    statements.add(new Statement(kind, of, value, parameters, at));
  }

  /** Where the parenthesis closes that opened before {@code from}; quotes hide what is in them. */
  private static int end(CharSequence text, int from) {
    int depth = 1;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return text.length();
  }

  private static boolean closed(CharSequence text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return depth <= 0;
  }

  private static String withoutComment(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '#' && !quoted && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return text.substring(0, i).strip();
      }
    }
    return text;
  }
}
