package dev.assay.feed.version;

/** Decimal numbers of any length, as text. */
final class Digits {
  private Digits() {}

  static boolean is(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean only(String text) {
    return !text.isEmpty() && end(text, 0) == text.length();
  }

  /** Where the run of digits that starts at {@code from} ends. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Compares the numbers; an empty text is zero. */
  static int compare(String left, String right) {
    return compare(left, 0, left.length(), right, 0, right.length());
  }

  static int compare(
      String left, int leftFrom, int leftEnd, String right, int rightFrom, int rightEnd) {
    int l = skipZeros(left, leftFrom, leftEnd);
    int r = skipZeros(right, rightFrom, rightEnd);
    int byLength = Integer.compare(leftEnd - l, rightEnd - r);
    while (byLength == 0 && l < leftEnd) {
      int byDigit = Character.compare(left.charAt(l++), right.charAt(r++));
      if (byDigit != 0) {
        return byDigit;
      }
    }
    return byLength;
  }

  private static int skipZeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
