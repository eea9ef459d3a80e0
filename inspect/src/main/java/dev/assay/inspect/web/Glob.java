package dev.assay.inspect.web;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.List;

/** Patterns of file names as glob(7) has them: {@code *}, {@code ?}, {@code [a-z]}, per segment. */
final class Glob {
  private static final int MOST = 1000;
  private static final int MOST_SEGMENTS = 64;

  private Glob() {}

  static boolean isPattern(String path) {
    return path.contains("*") || path.contains("?") || path.contains("[");
  }

  /** Paths in the root that match, links to directories followed, in order of name. */
  static List<String> expand(Root root, String pattern) {
    return expand(root, pattern, () -> {});
  }

  /**
   * @param more told where there are more than are looked at
   */
  static List<String> expand(Root root, String pattern, Runnable more) {
    String[] segments = pattern.split("/");
    if (segments.length > MOST_SEGMENTS) {
      more.run();
      return List.of();
    }
    List<String> at = List.of("");
    for (String segment : segments) {
      if (segment.isEmpty()) {
        continue;
      }
      List<String> next = new ArrayList<>();
      for (String directory : at) {
        if (isPattern(segment)) {
          matching(root, directory, segment, next);
        } else {
          next.add(join(directory, segment));
        }
      }
      if (next.size() > MOST) {
        more.run();
      }
      at = next.subList(0, Math.min(next.size(), MOST));
    }
    return at.stream().filter(path -> root.entry(path).isPresent()).toList();
  }

  private static void matching(Root root, String directory, String segment, List<String> into) {
    for (Node child : root.children(directory)) {
      // glob(7): a leading dot must be matched explicitly.
      boolean hidden = child.name().startsWith(".") && !segment.startsWith(".");
      if (!hidden && into.size() <= MOST && matches(segment, child.name())) {
        into.add(join(directory, child.name()));
      }
    }
  }

  /** Whether a name matches; takes at most the product of both lengths. */
  static boolean matches(String glob, String name) {
    int g = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      int next = g < glob.length() && glob.charAt(g) != '*' ? one(glob, g, name.charAt(n)) : -1;
      if (next > 0) {
        g = next;
        n++;
      } else if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = n;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /** Position after the element at {@code at} if it takes the character, else -1. */
  private static int one(String glob, int at, char c) {
    char first = glob.charAt(at);
    if (first == '?') {
      return at + 1;
    }
    int close = first == '[' ? glob.indexOf(']', at + 2) : -1;
    if (close < 0) {
      return first == c ? at + 1 : -1;
    }
    boolean inverted = glob.charAt(at + 1) == '!' || glob.charAt(at + 1) == '^';
    boolean in = false;
    for (int i = at + (inverted ? 2 : 1); i < close; i++) {
      if (i + 2 < close && glob.charAt(i + 1) == '-') {
        in |= glob.charAt(i) <= c && c <= glob.charAt(i + 2);
        i += 2;
      } else {
        in |= glob.charAt(i) == c;
      }
    }
    return in != inverted ? close + 1 : -1;
  }

  private static String join(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }
}
