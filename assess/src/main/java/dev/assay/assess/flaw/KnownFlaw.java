package dev.assay.assess.flaw;

import dev.assay.feed.match.Decision;
import dev.assay.feed.match.Match;
import java.util.Comparator;
import java.util.Locale;

/**
 * One flaw that a feed relates to a package and its version.
 *
 * @param id CVE id where there is one
 * @param affects whether the version has the flaw; unknown where the feed does not settle it
 * @param rating {@code critical}, {@code high}, {@code medium}, {@code low}; {@code unrated}
 *     without a CVSS score
 * @param score CVSS base score, 0 to 10; −1 without
 * @param exploited whether CISA lists it as exploited (KEV)
 * @param epss probability of exploitation in 30 days by FIRST, 0 to 1; −1 unknown
 * @param installed version found
 * @param fixed first version with the fix; empty where none is named
 * @param reason who says what of which versions
 * @param told all of it in one sentence
 */
public record KnownFlaw(
    String id,
    boolean affects,
    String rating,
    double score,
    boolean exploited,
    double epss,
    String installed,
    String fixed,
    String reason,
    String told) {
  /** Characters; those of the small feed have at most half of it. */
  private static final int LONGEST_REASON = 800;

  /** Worst first. */
  static final Comparator<KnownFlaw> WORST_FIRST =
      Comparator.comparing(KnownFlaw::exploited)
          .thenComparingDouble(KnownFlaw::score)
          .thenComparingDouble(KnownFlaw::epss)
          .reversed()
          .thenComparing(KnownFlaw::id);

  static KnownFlaw of(Match match, String name, String installed) {
    return new KnownFlaw(
        match.id(),
        match.decision() == Decision.AFFECTED,
        match.flaw().score().map(Rating::of).orElse(Rating.UNRATED),
        match.flaw().score().map(score -> score.base()).orElse(-1.0),
        !match.flaw().kevDate().isEmpty(),
        match.flaw().epss(),
        installed,
        match.fixedVersion(),
        match.reason(),
        told(match, name + " " + installed));
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON / 2)) + "…";
  }

  private static String told(Match match, String what) {
    StringBuilder text = new StringBuilder(match.id()).append(" in ").append(what);
    text.append(
        match.fixedVersion().isEmpty()
            ? ", no fixed version named"
            : ", fixed in " + match.fixedVersion());
    text.append(": ").append(cut(match.reason()));
    match
        .flaw()
        .score()
        .ifPresentOrElse(
            score ->
                text.append(String.format(Locale.ROOT, "; CVSS %.1f ", score.base()))
                    .append(score.vector().isEmpty() ? score.system() : score.vector()),
            () -> text.append("; no CVSS score"));
    if (match.flaw().epss() >= 0) {
      text.append(String.format(Locale.ROOT, "; EPSS %.5f", match.flaw().epss()));
    }
    if (!match.flaw().kevDate().isEmpty()) {
      text.append("; known to be exploited since ").append(match.flaw().kevDate());
    }
    return text.toString();
  }
}
