package dev.assay.feed.source;

import dev.assay.feed.Vulnerability;
import java.util.regex.Pattern;

/** What the single texts of a record must look like. */
public final class Texts {
  private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,12}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+/-]{2,99}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?");

  private Texts() {}

  static boolean isCve(String id) {
    return CVE.matcher(id).matches();
  }

  static String cve(String id) {
    if (!isCve(id)) {
      throw new Unexpected("expected a CVE id, found `" + shown(id) + "`");
    }
    return id;
  }

  public static String id(String id) {
    if (!ID.matcher(id).matches()) {
      throw new Unexpected("expected an id, found `" + shown(id) + "`");
    }
    return id;
  }

  static boolean isDay(String text) {
    return text.length() < 64 && DAY.matcher(text).matches();
  }

  /** The day of a date or time; empty stays empty. */
  static String day(String text) {
    if (text.isEmpty()) {
      return "";
    }
    if (!isDay(text)) {
      throw new Unexpected("expected a date such as 2024-07-01, found `" + shown(text) + "`");
    }
    return text.substring(0, 10);
  }

  /** A version or name: printable, without blanks at its ends, not too long. */
  public static String word(String what, String text) {
    boolean good =
        !text.isEmpty()
            && text.length() <= 512
            && text.equals(text.strip())
            && text.chars().noneMatch(Character::isISOControl);
    if (!good) {
      throw new Unexpected("expected a " + what + ", found `" + shown(text) + "`");
    }
    return text;
  }

  /** One line, cut at a word. */
  public static String summary(String text) {
    String line = text.length() > 4000 ? text.substring(0, 4000) : text;
    line = line.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() <= Vulnerability.LONGEST_SUMMARY) {
      return line;
    }
    int cut = line.lastIndexOf(' ', Vulnerability.LONGEST_SUMMARY - 1);
    return line.substring(0, cut > 0 ? cut : Vulnerability.LONGEST_SUMMARY - 1) + "…";
  }

  /** As much of a text as a message should quote. */
  public static String shown(String text) {
    String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
