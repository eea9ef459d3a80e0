package dev.assay.assess.flaw;

import dev.assay.feed.Score;

/** The qualitative rating of a CVSS base score. */
final class Rating {
  static final String UNRATED = "unrated";

  private Rating() {}

  /** CVSS 3.1 and 4.0 §6; CVSS 2.0 has no critical (NVD's rating of it). */
  static String of(Score score) {
    if (score.base() >= 9 && !score.system().equals("2.0")) {
      return "critical";
    }
    return score.base() >= 7 ? "high" : score.base() >= 4 ? "medium" : "low";
  }
}
