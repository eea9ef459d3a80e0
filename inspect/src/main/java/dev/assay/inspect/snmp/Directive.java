package dev.assay.inspect.snmp;

import dev.assay.inspect.match.Masked;
import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of snmpd.conf(5).
 *
 * @param token in lower case: {@code rocommunity}
 * @param arguments without their quotes
 * @param evidence the line with its secrets masked
 */
record Directive(String token, List<String> arguments, Evidence evidence) {
  private static final int MAX_ARGUMENTS = 64;
  private static final int MAX_LINE = 4096;

  /** Which argument is secret; negative counts from the end. */
  private static final Map<String, Integer> SECRET =
      Map.ofEntries(
          Map.entry("rocommunity", 0),
          Map.entry("rwcommunity", 0),
          Map.entry("rocommunity6", 0),
          Map.entry("rwcommunity6", 0),
          Map.entry("authcommunity", 1),
          Map.entry("com2sec", -1),
          Map.entry("com2sec6", -1),
          Map.entry("com2secunix", -1),
          Map.entry("trapcommunity", 0),
          Map.entry("trapsink", 1),
          Map.entry("trap2sink", 1),
          Map.entry("informsink", 1),
          Map.entry("defcommunity", 0),
          Map.entry("community", 0));

  /** Directives whose arguments may be shown whole. */
  private static final Set<String> OPEN =
      Set.of(
          "view",
          "group",
          "access",
          "agentaddress",
          "agentuser",
          "agentgroup",
          "rouser",
          "rwuser",
          "authuser",
          "authgroup",
          "authaccess",
          "setaccess",
          "agentxsocket",
          "master",
          "includedir",
          "includefile",
          "disableauthorization",
          "dlmod",
          "smuxsocket",
          "syslocation");

  private static final Set<String> OPTION_SECRETS =
      Set.of("-c", "-A", "-X", "-3m", "-3M", "-3k", "-3K", "-Z");

  /** The directive of a line; empty for comments, blank lines and section headers. */
  static Optional<Directive> of(SourceFile file, Line line) {
    String text =
        line.text().length() <= MAX_LINE ? line.text() : line.text().substring(0, MAX_LINE);
    if (text.strip().startsWith("#") || line.text().isBlank()) {
      return Optional.empty();
    }
    List<String> words = words(text);
    if (line.text().length() > MAX_LINE || words.size() >= MAX_ARGUMENTS) {
      file.cut(
          "a line longer than "
              + MAX_LINE
              + " characters or of more than "
              + MAX_ARGUMENTS
              + " words");
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    // `[snmpd] token …` sets one token of a section on a line of its own, snmp_config(5).
    boolean section = words.getFirst().matches("\\[\\w+]");
    int first = section ? 1 : 0;
    if (first >= words.size()) {
      return Optional.empty();
    }
    return Optional.of(
        of(words.get(first), words.subList(first + 1, words.size()), file.path(), line.number()));
  }

  static Directive of(String token, List<String> arguments, String path, int line) {
    String name = token.toLowerCase(Locale.ROOT);
    List<String> kept = List.copyOf(arguments);
    return new Directive(name, kept, Evidence.line(path, line, shown(name, kept)));
  }

  /** An argument, empty where there are fewer. */
  String argument(int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  private static String shown(String token, List<String> arguments) {
    if (OPEN.contains(token)) {
      return cut(token + " " + String.join(" ", arguments));
    }
    List<String> words = new ArrayList<>(List.of(token));
    int secret = SECRET.getOrDefault(token, Integer.MAX_VALUE);
    int at = secret < 0 ? arguments.size() + secret : secret;
    boolean keys = token.equals("createuser") || token.equals("usmuser");
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      boolean option = i > 0 && OPTION_SECRETS.contains(arguments.get(i - 1));
      boolean plain =
          word.matches("(?i)-[elm]|md5|sha(-?\\d+)?|des|3des|aes(-?\\d+)?(c)?") || i == 0;
      boolean attached = word.length() > 2 && OPTION_SECRETS.contains(word.substring(0, 2));
      boolean hidden = i == at || option || attached || keys && !plain;
      words.add(hidden ? Masked.text(word) : word);
    }
    return cut(Concealed.of(String.join(" ", words)));
  }

  private static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  /** Words between blanks; quotes hold a word together, a backslash takes the next character. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < text.length() && words.size() < MAX_ARGUMENTS) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      StringBuilder word = new StringBuilder();
      char quote = c == '"' || c == '\'' ? c : 0;
      i += quote == 0 ? 0 : 1;
      while (i < text.length()
          && (quote == 0 ? !Character.isWhitespace(text.charAt(i)) : text.charAt(i) != quote)) {
        if (text.charAt(i) == '\\' && i + 1 < text.length()) {
          i++;
        }
        word.append(text.charAt(i++));
      }
      i += quote == 0 ? 0 : 1;
      words.add(word.toString());
    }
    return words;
  }
}
