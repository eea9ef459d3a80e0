package dev.assay.inspect.web;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.Wildcards;
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
      if (!hidden && into.size() <= MOST && Wildcards.match(segment, child.name())) {
        into.add(join(directory, child.name()));
      }
    }
  }

  private static String join(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }
}
