package dev.assay.model;

import java.util.Collection;
import java.util.TreeSet;

/**
 * A set of names of functions as one text, since programs have very many.
 *
 * @param joined a NUL before each name and behind the last; empty for none
 */
public record Names(String joined) {
  public static final Names NONE = new Names("");

  public static Names of(Collection<String> names) {
    return names.isEmpty()
        ? NONE
        : new Names("\0" + String.join("\0", new TreeSet<>(names)) + "\0");
  }

  public boolean has(String name) {
    return joined.contains("\0" + name + "\0");
  }

  /** Whether one of the names is this one, or goes on behind it with one of the characters. */
  public boolean startWith(String start, String behind) {
    String wanted = "\0" + start;
    for (int at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + 1)) {
      char next = joined.charAt(at + wanted.length());
      if (next == 0 || behind.indexOf(next) >= 0) {
        return true;
      }
    }
    return false;
  }
}
