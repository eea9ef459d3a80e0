package dev.assay.report;

import java.util.Locale;

/** Text of a product made fit to be shown. */
public final class Plain {
  private Plain() {}

  /**
   * One line without control characters, which could steer a terminal, or direction marks, which
   * could reorder what is read.
   */
  public static String line(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean steers =
          Character.isISOControl(c)
              || c == '\u061C'
              || c == '\u200E'
              || c == '\u200F'
              || c >= '\u202A' && c <= '\u202E'
              || c >= '\u2066' && c <= '\u2069'
              || c == '\u2028'
              || c == '\u2029';
      shown.append(steers ? (c == '\t' ? ' ' : '\uFFFD') : c);
    }
    return shown.toString();
  }

  /** Bytes in the unit a person would choose, decimal. */
  public static String bytes(long count) {
    if (count < 1000) {
      return count + " B";
    }
    String units = "kMGTPE";
    double value = count;
    int unit = -1;
    while (value >= 999.95 && unit < units.length() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", value, units.charAt(unit));
  }

  /** {@code 1 thing}, {@code 2 things}. */
  public static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /** At most {@code width} characters, an ellipsis in place of what is cut from the end. */
  public static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  /**
   * At most {@code width} characters, an ellipsis in place of what is cut from the start: for
   * paths, whose end tells most.
   */
  public static String cutStart(String text, int width) {
    return text.length() <= width
        ? text
        : "…" + text.substring(text.length() - Math.max(0, width - 1));
  }
}
