package dev.assay.inspect.scan;

import dev.assay.inspect.tree.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files root inspectors want to read. Asked for every file, so patterns are looked up by the
 * name of the file, its extension or its directory first.
 */
public final class Interest {
  private final Map<String, List<PathPattern>> byName = new HashMap<>();
  private final Map<String, List<PathPattern>> byExtension = new HashMap<>();
  private final Map<String, List<PathPattern>> byDirectory = new HashMap<>();
  private final List<PathPattern> others = new ArrayList<>();

  private Interest() {}

  /**
   * @param patterns as inspectors name them ({@link dev.assay.inspect.Inspector#reads})
   */
  public static Interest of(List<String> patterns) {
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
        String directory = directory(pattern);
        (directory.isEmpty() || directory.contains("*")
                ? interest.others
                : interest.byDirectory.computeIfAbsent(directory, k -> new ArrayList<>()))
            .add(compiled);
      }
    }
    return interest;
  }

  boolean wants(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return any(byName.getOrDefault(last, List.of()), path)
        || dot >= 0 && any(byExtension.getOrDefault(last.substring(dot), List.of()), path)
        || any(byDirectory.getOrDefault(directory(path), List.of()), path)
        || any(others, path);
  }

  /** Name of the directory that a path is in; empty where it names none. */
  private static String directory(String path) {
    int end = path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
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
