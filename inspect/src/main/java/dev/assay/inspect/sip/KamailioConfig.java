package dev.assay.inspect.sip;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of a {@code kamailio.cfg} that hold, outside of route blocks. */
final class KamailioConfig {
  private static final int MOST_LINES = 100_000;
  private static final int DEEPEST = 16;
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?:#!|!!)(define|trydef|redefine|ifdef|ifndef|else|endif)\\b\\s*(\\S*)\\s*(.*)");
  private static final Pattern INCLUDE =
      Pattern.compile("(?:include_file|import_file)\\s+\"([^\"]{1,4096})\"");
  private static final Pattern MODULE =
      Pattern.compile("loadmodule\\s+\"(?:[^\"]*/)?([a-z0-9_]+)(?:\\.so)?\"");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "modparam\\(\\s*\"([^\"]+)\"\\s*,\\s*\"([^\"]+)\"\\s*,\\s*\"?([^\")]*)\"?\\s*\\)?");
  private static final Pattern ASSIGNMENT = Pattern.compile("([a-z_0-9]+)\\s*=\\s*(.+)");

  private final Root root;
  private final Map<String, String> symbols = new HashMap<>();
  private final Deque<Boolean> conditions = new ArrayDeque<>();
  private final Set<String> open = new HashSet<>();

  /** Global parameters ({@code listen}) and those of modules ({@code ctl.binrpc}). */
  private final List<Setting> settings = new ArrayList<>();

  private final Map<String, Evidence> modules = new HashMap<>();
  private int lines;
  private int braces;
  private boolean comment;

  private KamailioConfig(Root root) {
    this.root = root;
  }

  static KamailioConfig read(Root root, SourceFile file) {
    KamailioConfig config = new KamailioConfig(root);
    config.take(file, 0);
    return config;
  }

  /** Settings of a name, in order. */
  List<Setting> all(String name) {
    return settings.stream().filter(each -> each.key().equals(name)).toList();
  }

  Optional<Setting> last(String name) {
    return all(name).reversed().stream().findFirst();
  }

  /** Where a module is loaded. */
  Optional<Evidence> module(String name) {
    return Optional.ofNullable(modules.get(name));
  }

  List<Setting> settings() {
    return settings;
  }

  private void take(SourceFile file, int depth) {
    if (depth > DEEPEST) {
      file.cut("files that include each other over more than " + DEEPEST + " levels");
      return;
    }
    if (!open.add(file.path())) {
      return;
    }
    for (Line line : file.lines()) {
      if (lines++ > MOST_LINES) {
        file.cut("more than " + MOST_LINES + " lines with all that is included");
        break;
      }
      line(file, line, depth);
    }
    open.remove(file.path());
  }

  private void line(SourceFile file, Line line, int depth) {
    String text = line.text().strip();
    Matcher directive = DIRECTIVE.matcher(text);
    if (directive.lookingAt()) {
      directive(directive.group(1), directive.group(2), directive.group(3).strip());
      return;
    }
    if (conditions.contains(false)) {
      return;
    }
    String code = code(text);
    if (code.isEmpty()) {
      return;
    }
    if (braces == 0) {
      statement(file, line, code, depth);
    }
    braces(code);
  }

  private void directive(String word, String name, String value) {
    boolean live = !conditions.contains(false);
    switch (word) {
      case "ifdef" -> conditions.push(symbols.containsKey(name));
      case "ifndef" -> conditions.push(!symbols.containsKey(name));
      case "else" -> {
        if (!conditions.isEmpty()) {
          conditions.push(!conditions.pop());
        }
      }
      case "endif" -> conditions.poll();
      case "trydef" -> {
        if (live) {
          symbols.putIfAbsent(name, value);
        }
      }
      default -> {
        if (live) {
          symbols.put(name, value);
        }
      }
    }
  }

  private void statement(SourceFile file, Line line, String code, int depth) {
    Matcher include = INCLUDE.matcher(code);
    if (include.lookingAt()) {
      include(file, include.group(1), depth);
      return;
    }
    Evidence at = masked(file.at(line));
    Matcher module = MODULE.matcher(code);
    if (module.lookingAt()) {
      modules.putIfAbsent(module.group(1), at);
      return;
    }
    Matcher parameter = PARAMETER.matcher(code);
    if (parameter.lookingAt()) {
      for (String each : parameter.group(1).split("\\|")) {
        settings.add(
            new Setting("", each + "." + parameter.group(2), resolved(parameter.group(3)), at));
      }
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(code);
    if (assignment.matches()) {
      settings.add(new Setting("", assignment.group(1), resolved(assignment.group(2).strip()), at));
    }
  }

  private void include(SourceFile file, String name, int depth) {
    String folder = file.node().inRoot();
    folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/') + 1) : "";
    root.file(name.startsWith("/") ? name : folder + name)
        .ifPresent(found -> take(found.in(file), depth + 1));
  }

  private String resolved(String value) {
    String plain = value.replaceAll("^\"|\";?$|;$", "");
    String symbol = symbols.getOrDefault(plain, plain);
    return symbol.replaceAll("^\"|\"$", "");
  }

  /** Without comments; what a block comment leaves open goes on in the next line. */
  private String code(String text) {
    StringBuilder code = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      boolean two = i + 1 < text.length();
      if (comment) {
        if (two && text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
          comment = false;
          i++;
        }
      } else if (!quoted && two && text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
        comment = true;
        i++;
      } else if (!quoted
          && (text.charAt(i) == '#' || two && text.charAt(i) == '/' && text.charAt(i + 1) == '/')) {
        break;
      } else {
        quoted ^= text.charAt(i) == '"';
        code.append(text.charAt(i));
      }
    }
    return code.toString().strip();
  }

  private void braces(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == '{') {
        braces++;
      } else if (!quoted && c == '}') {
        braces = Math.max(0, braces - 1);
      }
    }
  }

  private static Evidence masked(Evidence evidence) {
    return new Evidence(evidence.artifact(), evidence.place(), Concealed.of(evidence.excerpt()));
  }
}
