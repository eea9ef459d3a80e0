package dev.assay.inspect.tree;

/**
 * Patterns of names as glob(7) has them: {@code *}, {@code ?}, {@code [a-z]}. Products bring such
 * patterns, so they do not become regular expressions, which many stars would make slow.
 */
public final class Wildcards {
  private Wildcards() {}

  /** Whether a name matches; takes at most the product of both lengths. */
  public static boolean match(String glob, String name) {
    int g = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      int next = g < glob.length() && glob.charAt(g) != '*' ? one(glob, g, name.charAt(n)) : -1;
      if (next > 0) {
        g = next;
        n++;
      } else if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        retry = n;
      } else if (star >= 0) {
        g = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /** Position after the element at {@code at} if it takes the character, else -1. */
  private static int one(String glob, int at, char c) {
    char first = glob.charAt(at);
    if (first == '?') {
      return at + 1;
    }
    int close = first == '[' ? glob.indexOf(']', at + 2) : -1;
    if (close < 0) {
      return first == c ? at + 1 : -1;
    }
    boolean inverted = glob.charAt(at + 1) == '!' || glob.charAt(at + 1) == '^';
    boolean in = false;
    for (int i = at + (inverted ? 2 : 1); i < close; i++) {
      if (i + 2 < close && glob.charAt(i + 1) == '-') {
        in |= glob.charAt(i) <= c && c <= glob.charAt(i + 2);
        i += 2;
      } else {
        in |= glob.charAt(i) == c;
      }
    }
    return in != inverted ? close + 1 : -1;
  }
}
