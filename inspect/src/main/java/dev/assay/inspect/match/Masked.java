package dev.assay.inspect.match;

import java.util.regex.Pattern;

/** Shows where a secret is without giving it away. */
public final class Masked {
  private static final int SHOWN_LINE = 80;

  /** Whatever else on the line is long and unbroken may be secret, too. */
  private static final Pattern OTHER_TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{20,}");

  private Masked() {}

  /**
   * The first characters of a secret of some length, then its length: {@code AKIA…(20)}. Of a short
   * one, only its length.
   */
  public static String text(String secret) {
    int shown = secret.length() >= 16 ? 4 : secret.length() >= 8 ? 1 : 0;
    return printable(secret.substring(0, shown)) + "…(" + secret.length() + ")";
  }

  /** The end of a line, with what cannot be printed as dots. */
  static String printable(String line) {
    String end = line.length() <= SHOWN_LINE ? line : line.substring(line.length() - SHOWN_LINE);
    StringBuilder clean = new StringBuilder(end.length());
    for (int i = 0; i < end.length(); i++) {
      char c = end.charAt(i);
      clean.append(c == '\t' ? ' ' : c < ' ' || c >= 0x7F ? '.' : c);
    }
    return OTHER_TOKEN.matcher(clean.toString().stripLeading()).replaceAll("…");
  }
}
