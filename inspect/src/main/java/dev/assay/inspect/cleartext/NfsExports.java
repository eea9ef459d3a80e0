package dev.assay.inspect.cleartext;

import dev.assay.inspect.cleartext.CleartextFacts.Export;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** exports(5): {@code path [-defaults] client(options) client(options) …}. */
final class NfsExports {
  private static final Pattern CLIENT = Pattern.compile("([^\\s()]*)(?:\\(([^)]*)\\))?");
  private static final int MAX_EXPORTS = 1000;

  private NfsExports() {}

  static void read(Daemon daemon) {
    List<Export> exports = new ArrayList<>();
    List<SourceFile> files =
        Stream.concat(
                daemon.root.file("etc/exports").stream(),
                daemon.root.children("etc/exports.d").stream()
                    .filter(node -> node.name().endsWith(".exports"))
                    .flatMap(node -> daemon.root.file(node.inRoot()).stream()))
            .toList();
    for (SourceFile file : files) {
      daemon.draft.artifact(file.path());
      for (Line line : joined(file)) {
        for (Export export : line(line.text())) {
          if (exports.size() >= MAX_EXPORTS) {
            unread(daemon);
          } else {
            daemon.seen(file.at(line), "exports[" + exports.size() + "]");
            exports.add(export);
          }
        }
      }
      daemon.seen(file.whole(exports.size() + " exports"), "exports");
    }
    if (daemon.server.equals("ganesha.nfsd")) {
      daemon.unknown("exports", "the settings of ganesha.nfsd are not known");
    }
    daemon.exports = List.copyOf(exports);
    daemon.write = exports.stream().anyMatch(Export::writable);
    daemon.anonymous = exports.stream().anyMatch(Export::everybody);
    daemon.anonymousWrite =
        exports.stream().anyMatch(export -> export.everybody() && export.writable());
  }

  private static void unread(Daemon daemon) {
    daemon.unread("more than " + MAX_EXPORTS + " exports");
    daemon.unknown("exports", "more than " + MAX_EXPORTS + " exports");
  }

  private static List<Line> joined(SourceFile file) {
    List<Line> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int start = 0;
    for (Line line : file.lines()) {
      start = open.isEmpty() ? line.number() : start;
      String text = line.text();
      if (text.endsWith("\\")) {
        open.append(text, 0, text.length() - 1).append(' ');
      } else {
        lines.add(new Line(start, open.append(text).toString()));
        open.setLength(0);
      }
    }
    return lines;
  }

  static List<Export> line(String text) {
    String bare = text.replaceFirst("(^|\\s)#.*$", "").strip();
    Matcher path = Pattern.compile("(\"[^\"]*\"|\\S+)\\s*(.*)").matcher(bare);
    if (!path.matches()) {
      return List.of();
    }
    List<Export> exports = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    String directory = path.group(1).replace("\"", "");
    for (String word : path.group(2).isEmpty() ? new String[0] : path.group(2).split("\\s+")) {
      Matcher client = CLIENT.matcher(word);
      if (word.startsWith("-")) {
        defaults = List.of(word.substring(1).split(","));
      } else if (client.matches() && exports.size() <= MAX_EXPORTS) {
        List<String> options = new ArrayList<>(defaults);
        String own = client.group(2);
        options.addAll(own == null ? List.of() : Arrays.asList(own.split(",")));
        exports.add(export(directory, client.group(1), options));
      }
    }
    // A path alone is for everybody, read-only.
    return exports.isEmpty() ? List.of(export(directory, "", defaults)) : exports;
  }

  private static Export export(String path, String client, List<String> options) {
    boolean everybody = client.matches("|\\*|0\\.0\\.0\\.0/(0|0\\.0\\.0\\.0)|::/0");
    boolean writable = false;
    boolean rootSquash = true;
    boolean allSquash = false;
    boolean privileged = true;
    List<String> security = List.of("sys");
    for (String option : options) {
      switch (option.strip()) {
        case "rw" -> writable = true;
        case "ro" -> writable = false;
        case "no_root_squash" -> rootSquash = false;
        case "root_squash" -> rootSquash = true;
        case "all_squash" -> allSquash = true;
        case "no_all_squash" -> allSquash = false;
        case "insecure" -> privileged = false;
        case "secure" -> privileged = true;
        default -> {
          if (option.strip().startsWith("sec=")) {
            security = List.of(option.strip().substring("sec=".length()).split(":"));
          }
        }
      }
    }
    return new Export(
        path,
        client.isEmpty() ? "*" : client,
        everybody,
        writable,
        rootSquash,
        allSquash,
        privileged,
        security);
  }
}
