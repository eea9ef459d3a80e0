package dev.assay.inspect.sudo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule (sudoers(5), "User specification"): users, then one or more groups of hosts and commands
 * that colons part.
 *
 * @param users names, {@code %group}, aliases or {@code ALL}
 */
record UserSpecification(List<String> users, List<Group> groups) {
  /**
   * What the users may do on some hosts.
   *
   * @param commands as written, with who they run as, tags and options
   */
  record Group(String hosts, String commands) {}

  private static final String ITEM = "!*+\\s*+(?:\"[^\"]*+\"|(?:\\\\.|[^\\s,=\"\\\\])++)";
  private static final String LIST = ITEM + "(?:\\s*+,\\s*+" + ITEM + ")*+";
  private static final Pattern RULE =
      Pattern.compile("(" + LIST + ")\\s++(" + LIST + ")\\s*+=\\s*+(.++)");

  private static final String HOST = "(?:\\\\.|[^\\s,=:()\"\\\\])++";
  private static final Pattern NEXT =
      Pattern.compile("(?<!\\\\):\\s*+(" + HOST + "(?:\\s*+,\\s*+" + HOST + ")*+)\\s*+=\\s*+");

  /** Words whose colon belongs to them: tags, also with {@code NO} before, and digests. */
  private static final Set<String> TAGS =
      Set.of(
          "EXEC",
          "FOLLOW",
          "INTERCEPT",
          "LOG_INPUT",
          "LOG_OUTPUT",
          "MAIL",
          "PASSWD",
          "SETENV",
          "sha224",
          "sha256",
          "sha384",
          "sha512");

  /** The rule of a line, or empty where it is none. */
  static Optional<UserSpecification> of(String line) {
    Matcher rule = RULE.matcher(line);
    if (!rule.matches()) {
      return Optional.empty();
    }
    List<String> users = Lists.of(rule.group(1)).stream().map(UserSpecification::unquoted).toList();
    return Optional.of(new UserSpecification(users, groups(rule.group(2), rule.group(3))));
  }

  private static List<Group> groups(String firstHosts, String text) {
    List<Group> groups = new ArrayList<>();
    String hosts = firstHosts;
    int from = 0;
    for (Matcher next = NEXT.matcher(text); next.find(); ) {
      if (endsWithTag(text, next.start())) {
        continue;
      }
      groups.add(new Group(hosts, text.substring(from, next.start()).strip()));
      hosts = next.group(1);
      from = next.end();
    }
    groups.add(new Group(hosts, text.substring(from)));
    return List.copyOf(groups);
  }

  static String unquoted(String item) {
    return item.length() > 1 && item.startsWith("\"") && item.endsWith("\"")
        ? item.substring(1, item.length() - 1)
        : item;
  }

  private static boolean endsWithTag(String text, int end) {
    int to = end;
    while (to > 0 && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    int from = to;
    while (from > 0 && isOfWord(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, to);
    return TAGS.contains(word.startsWith("NO") ? word.substring(2) : word);
  }

  private static boolean isOfWord(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }
}
