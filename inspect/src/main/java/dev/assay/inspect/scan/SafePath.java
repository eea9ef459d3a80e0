package dev.assay.inspect.scan;

import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Makes a stored name a relative path that stays inside its container. */
final class SafePath {
  private SafePath() {}

  /**
   * The path without {@code .}, {@code ..}, leading slash and NUL; adds a problem for what an
   * extractor could be tricked by.
   */
  static String of(String stored, List<Problem> problems) {
    String name = stored.replace('\0', '\uFFFD');
    if (!name.equals(stored)) {
      problems.add(new Problem("path.nul", -1, "name contains NUL; shown as U+FFFD"));
    }
    if (name.length() > 65_536) {
      problems.add(
          new Problem("path.length", -1, "name of " + name.length() + " characters; cut to 65536"));
      name = name.substring(0, 65_536);
    }
    if (name.startsWith("/")) {
      problems.add(
          new Problem(
              "path.absolute", -1, "absolute name `" + shown(name) + "`; read as relative"));
    }
    Deque<String> kept = new ArrayDeque<>();
    boolean climbs = false;
    for (String segment : name.split("/")) {
      if (segment.equals("..")) {
        climbs = true;
        kept.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    if (climbs) {
      problems.add(
          new Problem(
              "path.traversal", -1, "name `" + shown(name) + "` contains `..`; kept inside"));
    }
    return String.join("/", kept);
  }

  private static String shown(String name) {
    return name.length() <= 120 ? name : name.substring(0, 120) + "…";
  }
}
