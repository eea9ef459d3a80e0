package dev.assay.inspect.tree;

import java.util.List;

/** A path pattern in which {@code *} stands for any run of characters within one segment. */
public final class PathPattern {
  private final List<String> segments;

  private PathPattern(List<String> segments) {
    this.segments = segments;
  }

  public static PathPattern of(String pattern) {
    return new PathPattern(List.of(pattern.split("/")));
  }

  /** Whether the whole path matches. */
  public boolean matches(String path) {
    return path.chars().filter(c -> c == '/').count() + 1 == segments.size() && matchesEnd(path);
  }

  /** Whether the last segments of the path match. */
  public boolean matchesEnd(String path) {
    int end = path.length();
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (end < 0) {
        return false;
      }
      int slash = path.lastIndexOf('/', end - 1);
      if (!matches(segments.get(i), path, slash + 1, end)) {
        return false;
      }
      end = slash;
    }
    return true;
  }

  /**
   * Whether a segment's text from {@code start} to {@code end} matches. Only the last star is ever
   * tried again, so the work is at most the product of the lengths, whatever a product's own
   * patterns look like.
   */
  private static boolean matches(String glob, String text, int start, int end) {
    int at = start;
    int g = 0;
    int star = -1;
    int retry = start;
    while (at < end) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = at;
      } else if (g < glob.length() && glob.charAt(g) == text.charAt(at)) {
        g++;
        at++;
      } else if (star >= 0) {
        g = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }
}
