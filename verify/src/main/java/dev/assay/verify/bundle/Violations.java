package dev.assay.verify.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong, each in one line that names the file and once; at most {@value #MAX} of them. */
public final class Violations {
  static final int MAX = 100;
  private static final int MAX_LENGTH = 400;

  private final List<String> found = new ArrayList<>();
  private final Map<String, String> firsts = new HashMap<>();
  private final Map<String, Long> repeated = new HashMap<>();
  private long more;

  public void add(String violation) {
    String line = shown(violation);
    if (found.contains(line)) {
      return;
    }
    if (found.size() < MAX) {
      found.add(line);
    } else {
      more++;
    }
  }

  /**
   * Adds what may be wrong with line after line: the first is named, the others are counted.
   *
   * @param where of the line
   * @param what the same words for each of them
   */
  void addEach(String where, String what) {
    String first = firsts.get(what);
    if (first != null) {
      repeated.merge(first, 1L, Long::sum);
      return;
    }
    String line = where + ": " + what;
    // What is not shown need not be remembered: a bundle may name something else on each line.
    if (found.size() < MAX) {
      firsts.put(what, shown(line));
    }
    add(line);
  }

  /** Adds what must not be lost among many. */
  void addFirst(String violation) {
    found.addFirst(shown(violation));
  }

  /** Adds all of others, in their order. */
  void addAll(Violations others) {
    others.found.forEach(this::add);
    others.repeated.forEach((line, count) -> repeated.merge(line, count, Long::sum));
    more += others.more;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String line : found) {
      long others = repeated.getOrDefault(line, 0L);
      lines.add(others == 0 ? line : line + ", and so on " + others + " more lines");
    }
    if (more > 0) {
      lines.add("… and " + more + " more");
    }
    return lines;
  }

  /**
   * Text of a bundle made fit for a terminal: one line without control characters or direction
   * marks, cut where it is very long.
   */
  public static String shown(String text) {
    String kept = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    return kept.replaceAll(
        "[\\p{Cntrl}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }
}
