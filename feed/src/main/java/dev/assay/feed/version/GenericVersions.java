package dev.assay.feed.version;

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
    if (!Known.within(version)) {
      return false;
    }
    int start = version.charAt(0) == 'v' ? 1 : 0;
    if (start == version.length() || !Digits.is(version.charAt(start))) {
      return false;
    }
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      if (c <= ' ' || c >= 127) {
        return false;
      }
    }
    return true;
  }

  /** Compares in place: a feed of full size asks this a million times an evaluation. */
  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    Tokens a = new Tokens(left);
    Tokens b = new Tokens(right);
    while (true) {
      a.next();
      b.next();
      int order = Integer.compare(a.rank, b.rank);
      if (order == 0) {
        order =
            switch (a.rank) {
              case Tokens.NUMBER -> Digits.compare(left, a.start, a.end, right, b.start, b.end);
              case Tokens.EARLY_WORD -> Integer.compare(a.early(), b.early());
              case Tokens.WORD -> a.word().compareTo(b.word());
              default -> 0;
            };
      }
      if (order != 0 || a.rank == Tokens.END) {
        return order;
      }
    }
  }

  /** Walks the runs of digits and letters; a zero that only zeros follow is no token. */
  private static final class Tokens {
    /** Ranks of tokens at the same place, oldest first. */
    static final int EARLY_WORD = 0;

    static final int END = 1;
    static final int WORD = 2;
    static final int NUMBER = 3;

    final String text;
    int rank = NUMBER;
    int start;
    int end;

    Tokens(String text) {
      this.text = text;
      this.end = text.charAt(0) == 'v' ? 1 : 0;
    }

    void next() {
      toRun();
      if (start < text.length() && Digits.is(text.charAt(start)) && zero()) {
        // 1.0-rc1 is a candidate of 1, and 1.0.0a is 1.0a: zeros before a word or the end do not
        // count.
        int here = start;
        int hereEnd = end;
        while (start < text.length() && Digits.is(text.charAt(start)) && zero()) {
          toRun();
        }
        if (start < text.length() && Digits.is(text.charAt(start))) {
          start = here;
          end = hereEnd;
        }
      }
      rank =
          start == text.length()
              ? END
              : Digits.is(text.charAt(start)) ? NUMBER : early() > 0 ? EARLY_WORD : WORD;
    }

    /** Moves to the next run. */
    private void toRun() {
      start = end;
      while (start < text.length()
          && !Digits.is(text.charAt(start))
          && !letter(text.charAt(start))) {
        start++;
      }
      end = start;
      if (start < text.length()) {
        end = Digits.is(text.charAt(start)) ? Digits.end(text, start) : wordEnd();
      }
    }

    private boolean zero() {
      for (int i = start; i < end; i++) {
        if (text.charAt(i) != '0') {
          return false;
        }
      }
      return true;
    }

    private int wordEnd() {
      int at = start;
      while (at < text.length() && letter(text.charAt(at))) {
        at++;
      }
      return at;
    }

    String word() {
      return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Place among the words that come before a release; 0 for others. */
    int early() {
      return end - start < 2 ? 0 : EARLY.getOrDefault(word(), 0);
    }

    private static boolean letter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }
}
