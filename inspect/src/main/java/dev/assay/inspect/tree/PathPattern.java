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
    return startOfEnd(path) == 0;
  }

  /** Whether the last segments of the path match. */
  public boolean matchesEnd(String path) {
    return startOfEnd(path) >= 0;
  }

  /** Where the segments that match begin; −1 where they do not match. */
  private int startOfEnd(String path) {
    int end = path.length();
    int start = 0;
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (end < 0) {
        return -1;
      }
      start = path.lastIndexOf('/', end - 1) + 1;
      if (!matches(segments.get(i), path, start, end)) {
        return -1;
      }
      end = start - 1;
    }
    return start;
  }

  /** Goes back to the last star only, which suffices: what an earlier star took can stay. */
  private static boolean matches(String glob, String path, int start, int end) {
    int at = start;
    int g = 0;
    int star = -1;
    int retry = start;
    while (at < end) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = at;
      } else if (g < glob.length() && glob.charAt(g) == path.charAt(at)) {
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
