package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads Apache httpd's language ("Configuration Files", httpd 2.4): a directive a line, a backslash
 * continues it, {@code <Section words>} encloses, {@code Define} and the environment fill in <code>
 * ${NAME}</code>. Conditions on modules, definitions and versions are decided while reading,
 * includes replaced by files.
 */
final class ApacheReader {
  private static final int MAX_NESTING = 60;
  private static final int MAX_DIRECTIVES = 50_000;
  private static final int MAX_VALUE = 4096;
  private static final long MAX_PRODUCED = 8L << 20;

  /** Modules that builds usually hold without loading them. */
  private static final Set<String> BUILT_IN =
      Set.of("core", "so", "http", "mpm", "log_config", "logio", "version", "unixd", "watchdog");

  private final Includes includes;
  private final Map<String, String> defined = new TreeMap<>();
  private final Set<String> modules = new HashSet<>();
  private int directives;
  private long produced;

  /** An open section and what it holds so far. */
  private record Open(String name, List<String> words, Evidence where, List<Directive> inside) {}

  private ApacheReader(Includes includes, Map<String, String> environment) {
    this.includes = includes;
    this.defined.putAll(environment);
  }

  /**
   * @param environment variables that the starting script exports
   */
  static List<Directive> read(SourceFile main, Map<String, String> environment, Includes includes) {
    List<Directive> found = new ArrayList<>();
    ApacheReader reader = new ApacheReader(includes, environment);
    includes.main(main, file -> reader.file(file, found, 0));
    return found;
  }

  private void file(SourceFile file, List<Directive> into, int nesting) {
    Lines lines = new Lines(file);
    section(lines, new Open("", List.of(), file.whole(""), into), nesting);
  }

  /** Reads up to the end of the section. */
  private void section(Lines lines, Open open, int nesting) {
    while (lines.next()) {
      String text = lines.text();
      if (text.startsWith("</")) {
        String name = text.substring(2).replaceFirst(">.*$", "").strip();
        if (name.equalsIgnoreCase(open.name())) {
          return;
        }
      } else if (text.startsWith("<")) {
        begin(lines, text, open, nesting);
      } else {
        directive(text, lines.where(), open, nesting);
      }
    }
  }

  private void begin(Lines lines, String text, Open around, int nesting) {
    int end = text.lastIndexOf('>');
    List<String> words = words(text.substring(1, end < 1 ? text.length() : end));
    String name = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    boolean condition = Set.of("ifmodule", "ifdefine", "ifversion", "iffile").contains(name);
    boolean deep = nesting >= MAX_NESTING;
    if (deep || condition && !holds(name, rest)) {
      if (deep) {
        includes.beyond("sections nested deeper than " + MAX_NESTING);
      }
      skip(lines, name);
    } else if (condition) {
      section(lines, new Open(name, rest, lines.where(), around.inside()), nesting + 1);
    } else {
      Open open = new Open(name, rest, lines.where(), new ArrayList<>());
      section(lines, open, nesting + 1);
      if (name.equals("macro")) {
        includes.missing("uses of the macro " + String.join(" ", rest));
      } else {
        add(new Directive(name, rest, open.inside(), open.where()), around);
      }
    }
  }

  private void directive(String text, Evidence where, Open open, int nesting) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      return;
    }
    Directive found =
        new Directive(
            words.get(0).toLowerCase(Locale.ROOT),
            words.subList(1, words.size()),
            List.of(),
            where);
    switch (found.name()) {
      case "include" -> include(found, Includes.Presence.REQUIRED, open, nesting);
      case "includeoptional" -> include(found, Includes.Presence.OPTIONAL, open, nesting);
      case "serverroot" -> includes.base(found.first());
      case "define" -> define(found.first(), found.word(1));
      case "undefine" -> defined.remove(found.first());
      case "loadmodule" -> {
        modules.add(module(found.first()));
        add(found, open);
      }
      default -> add(found, open);
    }
  }

  private List<String> words(String text) {
    List<String> words = ApacheWords.of(expand(text));
    if (words.size() >= ApacheWords.MOST) {
      includes.beyond("what follows " + ApacheWords.MOST + " words of a line");
    }
    return words;
  }

  private void define(String name, String value) {
    if (value.length() > MAX_VALUE) {
      includes.beyond("values longer than " + MAX_VALUE);
    } else {
      defined.put(name, value);
    }
  }

  private void add(Directive directive, Open open) {
    if (++directives > MAX_DIRECTIVES) {
      includes.beyond("everything after " + MAX_DIRECTIVES + " directives");
    } else {
      open.inside().add(directive);
    }
  }

  private void include(Directive include, Includes.Presence presence, Open open, int nesting) {
    if (nesting >= MAX_NESTING) {
      includes.beyond("sections nested deeper than " + MAX_NESTING);
      return;
    }
    includes.each(include.first(), presence, file -> file(file, open.inside(), nesting + 1));
  }

  private boolean holds(String condition, List<String> words) {
    String what = words.isEmpty() ? "" : words.get(0);
    boolean negated = what.startsWith("!");
    String name = negated ? what.substring(1) : what;
    boolean holds =
        switch (condition) {
          // Without any LoadModule the modules are built in, and nobody can tell which.
          case "ifmodule" ->
              modules.isEmpty()
                  || modules.contains(module(name))
                  || BUILT_IN.contains(module(name).replaceFirst("^mpm_.*", "mpm"));
          case "ifdefine" -> defined.containsKey(name);
          case "ifversion" -> !name.startsWith("<");
          default -> true;
        };
    return holds != negated;
  }

  /** {@code ssl} for {@code ssl_module} and {@code mod_ssl.c}. */
  static String module(String name) {
    return name.replaceFirst("^mod_", "")
        .replaceFirst("(_module|\\.c)$", "")
        .toLowerCase(Locale.ROOT);
  }

  private static void skip(Lines lines, String name) {
    int open = 1;
    while (open > 0 && lines.next()) {
      String text = lines.text().toLowerCase(Locale.ROOT);
      if (text.startsWith("</" + name)) {
        open--;
      } else if (text.startsWith("<" + name)) {
        open++;
      }
    }
  }

  /** Fills in <code>${NAME}</code>; a name without value stays as it is. */
  private String expand(String text) {
    int from = text.indexOf("${");
    if (from < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (from >= 0) {
      int end = text.indexOf('}', from);
      if (end < 0) {
        break;
      }
      String value = defined.get(text.substring(from + 2, end));
      produced += value == null ? 0 : value.length();
      if (produced > MAX_PRODUCED) {
        includes.beyond("values longer than " + MAX_PRODUCED);
        return text;
      }
      filled.append(text, at, from).append(value == null ? text.substring(from, end + 1) : value);
      at = end + 1;
      from = text.indexOf("${", at);
    }
    return filled.append(text.substring(at)).toString();
  }

  /** The lines of a file without blanks and comments, continued ones joined. */
  private static final class Lines {
    private static final int MAX_LINE = 64 << 10;

    private final SourceFile file;
    private final List<SourceFile.Line> lines;
    private int row;
    private SourceFile.Line first = new SourceFile.Line(1, "");
    private String text = "";

    Lines(SourceFile file) {
      this.file = file;
      this.lines = file.lines();
    }

    boolean next() {
      while (row < lines.size()) {
        first = lines.get(row);
        StringBuilder joined = new StringBuilder();
        String line = lines.get(row++).text();
        while (line.endsWith("\\") && row < lines.size()) {
          if (joined.length() > MAX_LINE) {
            file.cut("a line longer than " + MAX_LINE + " characters");
            break;
          }
          joined.append(line, 0, line.length() - 1);
          line = lines.get(row++).text();
        }
        text = joined.append(line).toString().strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          return true;
        }
      }
      return false;
    }

    String text() {
      return text;
    }

    Evidence where() {
      return Excerpts.at(file, first);
    }
  }
}
