package dev.assay.inspect.firmware;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The description in an image of SWUpdate, in libconfig's syntax or as JSON: groups in braces, in
 * them {@code filename} and {@code sha256} with {@code =} or {@code :} between name and value.
 */
final class SwDescription {
  private static final int DEEPEST = 64;

  private final String text;
  private final Deque<Map<String, String>> groups = new ArrayDeque<>();
  private final Map<String, String> digests = new TreeMap<>();
  private int at;
  private String word = "";
  private String name = "";

  private SwDescription(String text) {
    this.text = text;
  }

  /** SHA-256 by the name of the file; what is not given as a digest is left out. */
  static Map<String, String> digests(String text) {
    SwDescription description = new SwDescription(text);
    while (description.at < text.length() && description.groups.size() <= DEEPEST) {
      description.step();
    }
    return Collections.unmodifiableMap(description.digests);
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '#' || text.startsWith("//", at)) {
      at = behind("\n", at);
    } else if (text.startsWith("/*", at)) {
      at = behind("*/", at + 2);
    } else if (c == '"') {
      take(string());
    } else if (isWord(c)) {
      take(plain());
    } else {
      at++;
      switch (c) {
        case '=', ':' -> name = word;
        case '{' -> {
          groups.push(new HashMap<>());
          name = "";
        }
        case '}' -> end();
        default -> {}
      }
    }
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 1 : 0;
      if (at < text.length()) {
        string.append(text.charAt(at++));
      }
    }
    at++;
    return string.toString();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  /** A word is a value where a name waits for one, and may be a name else. */
  private void take(String taken) {
    if (!name.isEmpty() && !groups.isEmpty()) {
      groups.peek().putIfAbsent(name, taken);
    }
    name = "";
    word = taken;
  }

  private void end() {
    Map<String, String> group = groups.isEmpty() ? Map.of() : groups.pop();
    String digest = group.getOrDefault("sha256", "").toLowerCase(Locale.ROOT);
    if (group.containsKey("filename") && Bundle.isDigest(digest)) {
      digests.put(group.get("filename"), digest);
    }
    name = "";
  }
}
