package dev.assay.feed.version;

/**
 * {@code [epoch:]version[-release]} as rpm compares them ({@code rpmvercmp}; rpm-version(7)):
 * alternating runs of digits and letters, a number is newer than letters, a tilde sorts before the
 * end, a caret after it. A missing release is older than any, which keeps the order total.
 */
record RpmVersions() implements VersionScheme {
  @Override
  public String name() {
    return "rpm";
  }

  @Override
  public boolean understands(String version) {
    if (!Known.within(version)) {
      return false;
    }
    int colon = version.indexOf(':');
    if (colon >= 0 && (colon == 0 || Digits.end(version, 0) != colon)) {
      return false;
    }
    for (int i = colon + 1; i < version.length(); i++) {
      char c = version.charAt(i);
      if (c <= ' ' || c > '~' || c == ':' || c == '/') {
        return false;
      }
    }
    return colon + 1 < version.length();
  }

  @Override
  public int compare(String left, String right) {
    Known.both(this, left, right);
    int leftColon = left.indexOf(':');
    int rightColon = right.indexOf(':');
    int byEpoch =
        Digits.compare(left, 0, Math.max(leftColon, 0), right, 0, Math.max(rightColon, 0));
    if (byEpoch != 0) {
      return byEpoch;
    }
    int leftDash = dash(left);
    int rightDash = dash(right);
    int byVersion =
        runs(left.substring(leftColon + 1, leftDash), right.substring(rightColon + 1, rightDash));
    return byVersion != 0
        ? byVersion
        : runs(
            left.substring(Math.min(leftDash + 1, left.length())),
            right.substring(Math.min(rightDash + 1, right.length())));
  }

  private static int dash(String version) {
    int dash = version.lastIndexOf('-');
    return dash < 0 ? version.length() : dash;
  }

  private static int runs(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      i = separators(a, i);
      j = separators(b, j);
      char p = i < a.length() ? a.charAt(i) : 0;
      char q = j < b.length() ? b.charAt(j) : 0;
      if (p == '~' || q == '~' || p == '^' || q == '^') {
        int byMark = Integer.compare(rank(p), rank(q));
        if (byMark != 0) {
          return byMark;
        }
        i++;
        j++;
        continue;
      }
      if (p == 0 || q == 0) {
        return Boolean.compare(p != 0, q != 0);
      }
      int iEnd = runEnd(a, i);
      int jEnd = runEnd(b, j);
      if (Digits.is(p) != Digits.is(q)) {
        return Digits.is(p) ? 1 : -1;
      }
      int byRun =
          Digits.is(p)
              ? Digits.compare(a, i, iEnd, b, j, jEnd)
              : a.substring(i, iEnd).compareTo(b.substring(j, jEnd));
      if (byRun != 0) {
        return byRun;
      }
      i = iEnd;
      j = jEnd;
    }
    return 0;
  }

  /** Tilde, end, caret, anything else. */
  private static int rank(char c) {
    return c == '~' ? 0 : c == 0 ? 1 : c == '^' ? 2 : 3;
  }

  private static int separators(String text, int from) {
    int at = from;
    while (at < text.length()
        && !alphanumeric(text.charAt(at))
        && "~^".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static int runEnd(String text, int from) {
    boolean digits = Digits.is(text.charAt(from));
    int at = from;
    while (at < text.length()
        && alphanumeric(text.charAt(at))
        && Digits.is(text.charAt(at)) == digits) {
      at++;
    }
    return at;
  }

  private static boolean alphanumeric(char c) {
    return Digits.is(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
