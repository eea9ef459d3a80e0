package dev.assay.compare.normal;

import java.util.regex.MatchResult;
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

  private Times() {}

  static java.util.stream.Stream<MatchResult> in(CharSequence text) {
    return MOMENT.matcher(text).results().filter(found -> !decides(text, found));
  }

  private static boolean decides(CharSequence text, MatchResult found) {
    int start = found.start();
    while (start > 0 && found.start() - start < CONTEXT && text.charAt(start - 1) >= ' ') {
      start--;
    }
    int end = found.end();
    while (end < text.length() && end - found.end() < CONTEXT && text.charAt(end) >= ' ') {
      end++;
    }
    return DECIDES.matcher(text.subSequence(start, end)).find();
  }
}
