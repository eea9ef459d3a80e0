package dev.assay.assess.gate;

/** Patterns in which {@code *} stands for any characters. */
final class Glob {
  private Glob() {}

  static boolean matches(String pattern, String text) {
    String[] literals = pattern.split("\\*", -1);
    if (literals.length == 1) {
      return pattern.equals(text);
    }
    if (!text.startsWith(literals[0])) {
      return false;
    }
    int at = literals[0].length();
    for (int i = 1; i < literals.length - 1; i++) {
      int found = text.indexOf(literals[i], at);
      if (found < 0) {
        return false;
      }
      at = found + literals[i].length();
    }
    String last = literals[literals.length - 1];
    return text.length() - at >= last.length() && text.endsWith(last);
  }
}
