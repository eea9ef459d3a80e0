package dev.assay.verify.json;

/** The values of JSON that are neither strings nor nested. */
final class Words {
  private static final int MAX_LENGTH = 400;

  private Words() {}

  static boolean isValid(String word) {
    return switch (word) {
      case "true", "false", "null" -> true;
      default -> word.length() <= MAX_LENGTH && isNumber(word);
    };
  }

  /** {@code -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?} (RFC 8259 §6). */
  private static boolean isNumber(String word) {
    int at = word.startsWith("-") ? 1 : 0;
    int end = digits(word, at);
    if (end == at || word.charAt(at) == '0' && end > at + 1) {
      return false;
    }
    if (end < word.length() && word.charAt(end) == '.') {
      int fraction = end + 1;
      end = digits(word, fraction);
      if (end == fraction) {
        return false;
      }
    }
    if (end < word.length() && (word.charAt(end) == 'e' || word.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < word.length() && "+-".indexOf(word.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(word, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == word.length();
  }

  private static int digits(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
