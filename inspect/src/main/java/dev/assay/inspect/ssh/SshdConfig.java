package dev.assay.inspect.ssh;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code sshd_config}, with what it includes. The first value of a keyword counts; keywords are in
 * any case; what stands after {@code Match} holds for some connections only, until {@code Match
 * all}.
 */
final class SshdConfig {
  private static final int MAX_DEPTH = 16;

  /** Files that include each other would otherwise be read exponentially often. */
  private static final int MAX_READS = 256;

  /** Older names (servconf.c and sshd_config(5) of OpenSSH 9: "deprecated alias", "synonym"). */
  private static final Map<String, String> ALIASES =
      Map.of(
          "challengeresponseauthentication", "kbdinteractiveauthentication",
          "skeyauthentication", "kbdinteractiveauthentication",
          "dsaauthentication", "pubkeyauthentication",
          "pubkeyacceptedkeytypes", "pubkeyacceptedalgorithms",
          "hostbasedacceptedkeytypes", "hostbasedacceptedalgorithms");

  /** A value with its place. */
  record Setting(String keyword, String value, Evidence evidence) {}

  private final Root root;
  private final Map<String, List<Setting>> settings = new LinkedHashMap<>();
  private final List<Setting> matched = new ArrayList<>();
  private boolean inMatch;
  private int reads;
  private String unread = "";

  private SshdConfig(Root root) {
    this.root = root;
  }

  static SshdConfig read(Root root, SourceFile file) {
    SshdConfig config = new SshdConfig(root);
    config.read(file, 0);
    return config;
  }

  /** The value that counts. */
  Optional<Setting> get(String keyword) {
    return all(keyword).stream().findFirst();
  }

  /** All values of a keyword that may be given several times. */
  List<Setting> all(String keyword) {
    return settings.getOrDefault(keyword.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * Why some of what is included was not read, so that any setting may be another; empty if all
   * was.
   */
  String unread() {
    return unread;
  }

  /** Settings inside {@code Match} blocks. */
  List<Setting> matched() {
    return matched;
  }

  private void read(SourceFile file, int depth) {
    if (depth > MAX_DEPTH || ++reads > MAX_READS) {
      unread = "more than " + MAX_DEPTH + " levels or " + MAX_READS + " inclusions of files";
      return;
    }
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int end = 0;
      while (end < text.length()
          && !Character.isWhitespace(text.charAt(end))
          && text.charAt(end) != '=') {
        end++;
      }
      String keyword = text.substring(0, end).toLowerCase(Locale.ROOT);
      String value =
          text.substring(end).replaceFirst("^\\s*=?\\s*", "").replaceFirst("\\s#.*$", "").strip();
      if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
        value = value.substring(1, value.length() - 1);
      }
      take(keyword, value, file, line, depth);
    }
  }

  private void take(String keyword, String value, SourceFile file, Line line, int depth) {
    switch (keyword) {
      case "include" -> include(value, depth);
      case "match" -> inMatch = !value.toLowerCase(Locale.ROOT).equals("all");
      default -> {
        String name = ALIASES.getOrDefault(keyword, keyword);
        Setting setting = new Setting(name, value, file.at(line));
        if (inMatch) {
          matched.add(setting);
        } else {
          settings.computeIfAbsent(name, k -> new ArrayList<>()).add(setting);
        }
      }
    }
  }

  /**
   * Relative patterns are below {@code /etc/ssh}; a {@code Match} in an included file ends with it.
   */
  private void include(String patterns, int depth) {
    boolean before = inMatch;
    for (String pattern : patterns.split("\\s+")) {
      if (++reads > MAX_READS) {
        unread = "more than " + MAX_READS + " inclusions of files";
        return;
      }
      String absolute = pattern.startsWith("/") ? pattern : "/etc/ssh/" + pattern;
      List<SourceFile> files = root.files(absolute);
      for (SourceFile file : files) {
        read(file, depth + 1);
        inMatch = before;
      }
      if (files.size() < root.paths(absolute)) {
        unread = pattern + " is included and was not read";
      }
    }
  }
}
