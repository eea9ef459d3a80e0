package dev.assay.feed.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Versions of upstream projects, which follow no one rule: {@code 1.1.1w}, {@code 9.2p1}, {@code
 * 4.19-rc3}, {@code 2.0.0-beta1}. Numbers and words alternate, separators only separate; words that
 * announce a release come before it, all others (patch letters) after it; zeros at the end do not
 * count, so that 1.0 is 1.0.0. A leading {@code v} is read over.
 */
record GenericVersions() implements VersionScheme {
  /** Words that come before the release, in their order. */
  private static final Map<String, Integer> EARLY =
      Map.ofEntries(
          Map.entry("dev", 1),
          Map.entry("snapshot", 1),
          Map.entry("alpha", 2),
          Map.entry("beta", 3),
          Map.entry("milestone", 4),
          Map.entry("pre", 5),
          Map.entry("preview", 5),
          Map.entry("cr", 6),
          Map.entry("rc", 6));

  @Override
  public String name() {
    return "generic";
  }

  @Override
  public boolean understands(String version) {
    return Known.within(version)
        && version.chars().allMatch(c -> c > ' ' && c < 127)
        && version.chars().anyMatch(c -> c >= '0' && c <= '9')
        && Digits.is(version.charAt(version.startsWith("v") ? 1 : 0));
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    List<String> a = tokens(left);
    List<String> b = tokens(right);
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String p = i < a.size() ? a.get(i) : "";
      String q = i < b.size() ? b.get(i) : "";
      int order = Integer.compare(rank(p), rank(q));
      if (order == 0 && !p.isEmpty()) {
        order = Digits.is(p.charAt(0)) ? Digits.compare(p, q) : words(p, q);
      }
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int words(String p, String q) {
    return EARLY.containsKey(p)
        ? EARLY.getOrDefault(p, 0).compareTo(EARLY.getOrDefault(q, 0))
        : p.compareTo(q);
  }

  /** Early words, the end, later words, numbers. */
  private static int rank(String token) {
    if (token.isEmpty()) {
      return 1;
    }
    return Digits.is(token.charAt(0)) ? 3 : EARLY.containsKey(token) ? 0 : 2;
  }

  /**
   * The runs of digits and letters. Zeros before a word or the end are dropped: 1.0-rc1 is a
   * candidate of 1, and 1.0.0a is 1.0a.
   */
  private static List<String> tokens(String version) {
    String text = version.toLowerCase(Locale.ROOT);
    List<String> tokens = new ArrayList<>();
    int at = text.startsWith("v") ? 1 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = Digits.is(c) ? Digits.end(text, at) : wordEnd(text, at);
      if (end == at) {
        at++;
        continue;
      }
      if (!Digits.is(c)) {
        dropZeros(tokens);
      }
      tokens.add(text.substring(at, end));
      at = end;
    }
    dropZeros(tokens);
    return tokens;
  }

  private static void dropZeros(List<String> tokens) {
    while (!tokens.isEmpty() && tokens.getLast().chars().allMatch(c -> c == '0')) {
      tokens.removeLast();
    }
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
      at++;
    }
    return at;
  }
}
