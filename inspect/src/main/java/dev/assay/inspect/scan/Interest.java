package dev.assay.inspect.scan;

import dev.assay.inspect.tree.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files root inspectors want to read. Asked for every file, so patterns are looked up by file
 * name first.
 */
final class Interest {
  private final Map<String, List<PathPattern>> byName = new HashMap<>();
  private final Map<String, List<PathPattern>> byExtension = new HashMap<>();
  private final List<PathPattern> others = new ArrayList<>();

  private Interest() {}

  static Interest of(List<String> patterns) {
    Interest interest = new Interest();
    for (String pattern : patterns) {
      String last = pattern.substring(pattern.lastIndexOf('/') + 1);
      PathPattern compiled = PathPattern.of(pattern);
      if (!last.contains("*")) {
        interest.byName.computeIfAbsent(last, k -> new ArrayList<>()).add(compiled);
      } else if (last.lastIndexOf('*') < last.lastIndexOf('.')) {
        String extension = last.substring(last.lastIndexOf('.'));
        interest.byExtension.computeIfAbsent(extension, k -> new ArrayList<>()).add(compiled);
      } else {
        interest.others.add(compiled);
      }
    }
    return interest;
  }

  boolean wants(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return any(byName.getOrDefault(last, List.of()), path)
        || dot >= 0 && any(byExtension.getOrDefault(last.substring(dot), List.of()), path)
        || any(others, path);
  }

  private static boolean any(List<PathPattern> patterns, String path) {
    for (PathPattern pattern : patterns) {
      if (pattern.matchesEnd(path)) {
        return true;
      }
    }
    return false;
  }
}
