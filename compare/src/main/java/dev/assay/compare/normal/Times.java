package dev.assay.compare.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments in text, as tools that build software write them: a date with a time of day. */
final class Times {
  private static final String CLOCK = "[0-2][0-9]:[0-5][0-9](:[0-6][0-9](\\.[0-9]{1,9})?)?";
  private static final String ZONE = "( ?(Z|UTC|GMT|[A-Z]{3,4}|[+-][0-9]{2}:?[0-9]{2}))?";
  private static final String MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
  private static final String DAY = "((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? +)?";

  /** ISO 8601; RFC 5322; {@code date}; {@code __DATE__ __TIME__} and U-Boot's form. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<![0-9])(19|20)[0-9]{2}[-/][01][0-9][-/][0-3][0-9][T ]"
              + CLOCK
              + ZONE
              + "|"
              + DAY
              + "[0-3]?[0-9] "
              + MONTH
              + " (19|20)[0-9]{2} "
              + CLOCK
              + ZONE
              + "|"
              + DAY
              + MONTH
              + " +[0-3]?[0-9],? "
              + CLOCK
              + ZONE
              + " (19|20)[0-9]{2}"
              + "|"
              + MONTH
              + " +[0-3]?[0-9],? (19|20)[0-9]{2}( -)? "
              + CLOCK
              + ZONE);

  /** A line on which a moment decides something. */
  private static final Pattern DECIDES =
      Pattern.compile("(?i)expir|valid|until|not.?(before|after)|deadline|since|retire|end.?of");

  private static final int CONTEXT = 120;

  /** A moment is no longer before the colon of its clock, and none longer behind it. */
  private static final int BEFORE = 80;

  private static final int BEHIND = 48;

  private Times() {}

  /**
   * The moments of a text, in order. The expression costs much at each place, so it is tried only
   * where the colon of a clock stands.
   */
  static List<MatchResult> in(String text) {
    List<MatchResult> found = new ArrayList<>();
    Matcher moment = MOMENT.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int done = 0;
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      if (colon < done || !isClock(text, colon)) {
        continue;
      }
      int from = Math.max(done, colon - BEFORE);
      moment.region(from, Math.min(text.length(), colon + BEHIND));
      if (moment.find()) {
        done = moment.end();
        if (!decides(text, moment.toMatchResult())) {
          found.add(moment.toMatchResult());
        }
      }
    }
    return found;
  }

  private static boolean isClock(String text, int colon) {
    return colon >= 2
        && colon + 2 < text.length()
        && isDigit(text.charAt(colon - 2))
        && isDigit(text.charAt(colon - 1))
        && isDigit(text.charAt(colon + 1))
        && isDigit(text.charAt(colon + 2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean decides(String text, MatchResult found) {
    int start = found.start();
    while (start > 0 && found.start() - start < CONTEXT && text.charAt(start - 1) >= ' ') {
      start--;
    }
    int end = found.end();
    while (end < text.length() && end - found.end() < CONTEXT && text.charAt(end) >= ' ') {
      end++;
    }
    return DECIDES.matcher(text.substring(start, end)).find();
  }
}
