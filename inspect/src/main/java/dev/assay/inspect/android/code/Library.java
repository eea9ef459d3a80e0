package dev.assay.inspect.android.code;

import java.util.List;

/**
 * A library of someone else's that handles personal data.
 *
 * @param id as test cases name it
 * @param kind what it is for: {@code ads}, {@code analytics} …
 * @param packages its classes' packages
 */
record Library(String id, String name, String owner, String kind, List<String> packages) {
  /** Length of the package by which a class belongs to it; 0 where none does. */
  int fit(String className) {
    int longest = 0;
    for (String own : packages) {
      if (className.startsWith(own)
          && (className.length() == own.length() || className.charAt(own.length()) == '.')) {
        longest = Math.max(longest, own.length());
      }
    }
    return longest;
  }

  /** Whether a class belongs to it. */
  boolean has(String className) {
    return fit(className) > 0;
  }
}
