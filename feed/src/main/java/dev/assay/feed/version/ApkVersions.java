package dev.assay.feed.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code number{.number}[letter]{_suffix[number]}[~hash][-rNumber]}, apk-package(5), "Package
 * version". Where one version ends, the longer is newer, unless it goes on with a pre-release
 * suffix. A number with a leading zero, after the first, compares as text.
 */
record ApkVersions() implements VersionScheme {
  /** Kinds of token in the order in which they may follow; the end comes last. */
  private enum Rank {
    FIRST,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    HASH,
    REVISION,
    END
  }

  private record Token(Rank rank, String text) {}

  private static final Token END = new Token(Rank.END, "");

  /** Below zero: before the release; above: after it. */
  private static final Map<String, Integer> SUFFIXES =
      Map.of(
          "alpha", -4, "beta", -3, "pre", -2, "rc", -1, "cvs", 1, "svn", 2, "git", 3, "hg", 4, "p",
          5);

  @Override
  public String name() {
    return "apk";
  }

  @Override
  public boolean understands(String version) {
    return Known.within(version) && !tokens(version).isEmpty();
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    List<Token> a = tokens(left);
    List<Token> b = tokens(right);
    for (int i = 0; ; i++) {
      Token p = i < a.size() ? a.get(i) : END;
      Token q = i < b.size() ? b.get(i) : END;
      if (p.rank() != q.rank()) {
        return early(p) != early(q)
            ? Boolean.compare(early(q), early(p))
            : q.rank().compareTo(p.rank());
      }
      if (p.rank() == Rank.END) {
        return 0;
      }
      int byText = compare(p, q);
      if (byText != 0) {
        return byText;
      }
    }
  }

  private static int compare(Token a, Token b) {
    return switch (a.rank()) {
      case FIRST, SUFFIX_NUMBER, REVISION -> Digits.compare(a.text(), b.text());
      case NUMBER ->
          a.text().charAt(0) == '0' || b.text().charAt(0) == '0'
              ? a.text().compareTo(b.text())
              : Digits.compare(a.text(), b.text());
      case SUFFIX -> Integer.compare(order(a), order(b));
      case LETTER, HASH, END -> a.text().compareTo(b.text());
    };
  }

  private static boolean early(Token token) {
    return token.rank() == Rank.SUFFIX && order(token) < 0;
  }

  private static int order(Token suffix) {
    return SUFFIXES.getOrDefault(suffix.text(), 0);
  }

  /** The version's tokens; none if it is not one. */
  private static List<Token> tokens(String version) {
    List<Token> tokens = new ArrayList<>();
    int at = Digits.end(version, 0);
    boolean valid = at > 0;
    tokens.add(new Token(Rank.FIRST, version.substring(0, at)));
    while (valid && at < version.length()) {
      char c = version.charAt(at);
      Rank last = tokens.getLast().rank();
      int end;
      if (c == '.' && last.compareTo(Rank.NUMBER) <= 0) {
        end = Digits.end(version, at + 1);
        tokens.add(new Token(Rank.NUMBER, version.substring(at + 1, end)));
        valid = end > at + 1;
      } else if (lower(c) && last.compareTo(Rank.NUMBER) <= 0) {
        end = at + 1;
        tokens.add(new Token(Rank.LETTER, version.substring(at, end)));
      } else if (c == '_' && last.compareTo(Rank.SUFFIX_NUMBER) <= 0) {
        end = lettersEnd(version, at + 1);
        tokens.add(new Token(Rank.SUFFIX, version.substring(at + 1, end)));
        valid = SUFFIXES.containsKey(tokens.getLast().text());
      } else if (Digits.is(c) && last == Rank.SUFFIX) {
        end = Digits.end(version, at);
        tokens.add(new Token(Rank.SUFFIX_NUMBER, version.substring(at, end)));
      } else if (c == '~' && last.compareTo(Rank.HASH) < 0) {
        end = hexEnd(version, at + 1);
        tokens.add(new Token(Rank.HASH, version.substring(at + 1, end)));
        valid = end > at + 1;
      } else if (version.startsWith("-r", at) && last.compareTo(Rank.REVISION) < 0) {
        end = Digits.end(version, at + 2);
        tokens.add(new Token(Rank.REVISION, version.substring(at + 2, end)));
        valid = end > at + 2;
      } else {
        return List.of();
      }
      at = end;
    }
    return valid ? tokens : List.of();
  }

  private static int lettersEnd(String text, int from) {
    int at = from;
    while (at < text.length() && lower(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int hexEnd(String text, int from) {
    int at = from;
    while (at < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && text.charAt(at) < 128) {
      at++;
    }
    return at;
  }

  private static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
