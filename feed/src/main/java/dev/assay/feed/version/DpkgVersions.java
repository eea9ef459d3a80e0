package dev.assay.feed.version;

/**
 * {@code [epoch:]upstream[-revision]}, Debian Policy Manual §5.6.12. In the text parts a tilde
 * sorts before the end, letters before all other characters; number parts compare as numbers.
 *
 * @param name dpkg, or opkg which took the same order over
 */
record DpkgVersions(String name) implements VersionScheme {
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
      if (!Digits.is(c) && !letter(c) && ".+-~:_".indexOf(c) < 0) {
        return false;
      }
    }
    int dash = version.lastIndexOf('-');
    return colon + 1 < version.length() && dash != colon + 1 && dash != version.length() - 1;
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
    int byUpstream = parts(left, leftColon + 1, leftDash, right, rightColon + 1, rightDash);
    return byUpstream != 0
        ? byUpstream
        : parts(
            left,
            Math.min(leftDash + 1, left.length()),
            left.length(),
            right,
            Math.min(rightDash + 1, right.length()),
            right.length());
  }

  private static int dash(String version) {
    int dash = version.lastIndexOf('-');
    return dash < 0 ? version.length() : dash;
  }

  private static int parts(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = aFrom;
    int j = bFrom;
    while (i < aEnd || j < bEnd) {
      while ((i < aEnd && !Digits.is(a.charAt(i))) || (j < bEnd && !Digits.is(b.charAt(j)))) {
        int byRank = Integer.compare(rank(a, i, aEnd), rank(b, j, bEnd));
        if (byRank != 0) {
          return byRank;
        }
        i++;
        j++;
      }
      int iEnd = Math.min(Digits.end(a, i), aEnd);
      int jEnd = Math.min(Digits.end(b, j), bEnd);
      int byNumber = Digits.compare(a, i, Math.max(i, iEnd), b, j, Math.max(j, jEnd));
      if (byNumber != 0) {
        return byNumber;
      }
      i = Math.max(i, iEnd);
      j = Math.max(j, jEnd);
    }
    return 0;
  }

  /** Tilde, then the end or a digit, then letters, then everything else. */
  private static int rank(String text, int at, int end) {
    if (at >= end || Digits.is(text.charAt(at))) {
      return 0;
    }
    char c = text.charAt(at);
    return c == '~' ? -1 : letter(c) ? c : c + 256;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
