package dev.assay.feed.version;

/**
 * Semantic Versioning 2.0.0 §11: three numbers, then dot-separated pre-release identifiers, numbers
 * before words; build metadata does not count. A leading {@code v} or {@code =} is read over, as
 * npm does.
 *
 * <p>Own code: numbers have no upper limit (§2), but the libraries at hand stop at 32 or 64 bits
 * and take microseconds each.
 */
record SemanticVersions() implements VersionScheme {
  @Override
  public String name() {
    return "semver";
  }

  @Override
  public boolean understands(String version) {
    return Known.within(version) && valid(start(version), version);
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    return precedence(core(left), core(right));
  }

  /** Compares two versions without prefix and build metadata. */
  static int precedence(String a, String b) {
    int i = 0;
    int j = 0;
    for (int part = 0; part < 3; part++) {
      int iEnd = Digits.end(a, i);
      int jEnd = Digits.end(b, j);
      int byNumber = Digits.compare(a, i, iEnd, b, j, jEnd);
      if (byNumber != 0) {
        return byNumber;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    // Without identifiers the index stands one behind the end: a release is newer (§11.3).
    if (i > a.length() || j > b.length()) {
      return Boolean.compare(i > a.length(), j > b.length());
    }
    return identifiers(a, i, b, j);
  }

  private static int identifiers(String a, int aFrom, String b, int bFrom) {
    int i = aFrom;
    int j = bFrom;
    while (i <= a.length() && j <= b.length()) {
      int iEnd = dot(a, i);
      int jEnd = dot(b, j);
      boolean aNumber = Digits.end(a, i) >= iEnd;
      boolean bNumber = Digits.end(b, j) >= jEnd;
      int order;
      if (aNumber && bNumber) {
        order = Digits.compare(a, i, iEnd, b, j, jEnd);
      } else if (aNumber != bNumber) {
        order = aNumber ? -1 : 1;
      } else {
        order = a.substring(i, iEnd).compareTo(b.substring(j, jEnd));
      }
      if (order != 0) {
        return order;
      }
      i = iEnd + 1;
      j = jEnd + 1;
    }
    return Boolean.compare(i <= a.length(), j <= b.length());
  }

  private static int dot(String text, int from) {
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }

  private static String core(String version) {
    int plus = version.indexOf('+');
    return version.substring(start(version), plus < 0 ? version.length() : plus);
  }

  private static int start(String version) {
    return version.startsWith("v") || version.startsWith("=") ? 1 : 0;
  }

  static boolean valid(int from, String version) {
    int at = from;
    for (int part = 0; part < 3; part++) {
      int end = Digits.end(version, at);
      boolean separated = part == 2 || (end < version.length() && version.charAt(end) == '.');
      if (end == at || !separated) {
        return false;
      }
      at = part == 2 ? end : end + 1;
    }
    int plus = version.indexOf('+', at);
    int end = plus < 0 ? version.length() : plus;
    boolean release = at == end || (version.charAt(at) == '-' && words(version, at + 1, end));
    return release && (plus < 0 || words(version, plus + 1, version.length()));
  }

  /** Dot-separated identifiers of letters, digits and hyphens, none empty (§9, §10). */
  private static boolean words(String text, int from, int end) {
    boolean empty = true;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      boolean inside = Digits.is(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
      if (!inside && (c != '.' || empty)) {
        return false;
      }
      empty = !inside;
    }
    return !empty;
  }
}
