package dev.assay.inspect.auth;

import dev.assay.inspect.auth.PamPolicyFacts.Rule;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of {@code pam.d}, pam.d(5): {@code type control module arguments}; {@code @include} of
 * Debian, and the controls {@code include} and {@code substack}.
 */
final class PamStacks {
  private static final int MAX_RULES = 8_192;
  private static final int MAX_DEPTH = 16;

  /** Files that include the next on every line would otherwise be read exponentially often. */
  private static final int MAX_LINES = 100_000;

  private static final int MAX_LINE = 8_192;
  private static final List<String> FOLDERS = List.of("etc/pam.d", "usr/lib/pam.d");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
  private static final Pattern MODULE_ENDING = Pattern.compile("\\.so.*$");
  private static final Pattern LINE =
      Pattern.compile("-?([a-z]+)\\s+(\\[[^\\]]*\\]|\\S+)\\s+(\\S+)\\s*(.*)");

  /** A rule with its place. */
  record Placed(Rule rule, Evidence at) {}

  final List<Placed> rules = new ArrayList<>();
  final List<String> services = new ArrayList<>();
  final List<String> doubts = new ArrayList<>();
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  /** Paths of the files that are being read. */
  private final Set<String> open = new HashSet<>();

  private int lines;

  private PamStacks(Root root) {
    for (String folder : FOLDERS) {
      for (Node node : root.children(folder)) {
        root.file(node.inRoot()).ifPresent(file -> files.putIfAbsent(node.name(), file));
      }
    }
  }

  static PamStacks of(Root root) {
    PamStacks stacks = new PamStacks(root);
    stacks.files.forEach(
        (name, file) -> {
          // Files for inclusion alone are judged where they are included.
          if (!name.matches(
              "common-.*|system-auth.*|password-auth.*|base-.*|postlogin.*|.*\\.(dpkg|rpm)\\w*|.*~")) {
            stacks.services.add(name);
            stacks.read(name, file, "", MAX_DEPTH);
          }
        });
    return stacks;
  }

  /** Files of all stacks. */
  List<SourceFile> files() {
    return List.copyOf(files.values());
  }

  /**
   * @param only the type of rules that are taken; empty for all
   */
  private void read(String service, SourceFile file, String only, int depth) {
    String path = "/" + file.node().inRoot();
    if (!open.add(path)) {
      doubt(path + " includes itself");
      return;
    }
    readLines(service, file, only, depth);
    open.remove(path);
  }

  private void readLines(String service, SourceFile file, String only, int depth) {
    StringBuilder joined = new StringBuilder();
    for (Line line : file.lines()) {
      String text = COMMENT.matcher(line.text()).replaceFirst("").strip();
      boolean goesOn = text.endsWith("\\");
      if (++lines > MAX_LINES) {
        doubt("more than " + MAX_LINES + " lines with all that is included");
        return;
      }
      if (joined.length() + text.length() > MAX_LINE) {
        doubt("a line of " + file.node().inRoot() + " is too long");
        return;
      }
      joined.append(goesOn ? text.substring(0, text.length() - 1) + " " : text);
      if (!goesOn) {
        line(service, joined.toString().strip(), file.at(line), only, depth);
        joined.setLength(0);
      }
    }
  }

  private void line(String service, String text, Evidence at, String only, int depth) {
    if (text.startsWith("@include ")) {
      include(service, text.substring("@include ".length()).strip(), only, depth);
      return;
    }
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      return;
    }
    String type = line.group(1).toLowerCase(Locale.ROOT);
    String control = line.group(2).toLowerCase(Locale.ROOT);
    if (!only.isEmpty() && !only.equals(type)) {
      return;
    }
    if (control.equals("include") || control.equals("substack")) {
      include(service, line.group(3), type, depth);
    } else if (rules.size() < MAX_RULES) {
      String path = line.group(3);
      String module =
          MODULE_ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
      List<String> arguments = ShellLine.words(line.group(4), variable -> "");
      rules.add(new Placed(new Rule(service, type, control, module, arguments), at));
    } else {
      doubt("there are more than " + MAX_RULES + " rules");
    }
  }

  private void include(String service, String name, String only, int depth) {
    String bare = name.substring(name.lastIndexOf('/') + 1);
    Optional<SourceFile> file = Optional.ofNullable(files.get(bare));
    if (file.isEmpty() || depth == 0 || lines > MAX_LINES || rules.size() >= MAX_RULES) {
      doubt(bare + " is included and was not read");
      return;
    }
    read(service, file.get(), only, depth - 1);
  }

  private void doubt(String why) {
    if (doubts.size() < MAX_DEPTH) {
      doubts.add(why);
    }
  }
}
