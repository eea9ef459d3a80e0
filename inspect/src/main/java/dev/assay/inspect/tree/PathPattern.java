package dev.assay.inspect.tree;

import java.util.List;
import java.util.regex.Pattern;

/** A path pattern in which {@code *} stands for any run of characters within one segment. */
public final class PathPattern {
  private final List<Pattern> segments;

  private PathPattern(List<Pattern> segments) {
    this.segments = segments;
  }

  public static PathPattern of(String pattern) {
    return new PathPattern(List.of(pattern.split("/")).stream().map(PathPattern::segment).toList());
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
      if (!segments.get(i).matcher(path.substring(slash + 1, end)).matches()) {
        return false;
      }
      end = slash;
    }
    return true;
  }

  private static Pattern segment(String glob) {
    StringBuilder regex = new StringBuilder();
    for (String literal : glob.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : "[^/]*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
