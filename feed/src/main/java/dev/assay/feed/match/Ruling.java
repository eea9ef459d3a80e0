package dev.assay.feed.match;

import dev.assay.feed.Statement;

/** A decision before the flaw's own facts are looked up. */
record Ruling(
    Decision decision,
    Basis basis,
    String reason,
    Statement by,
    String fixedVersion,
    Justification justification) {
  static Ruling of(Decision decision, Basis basis, Statement by, String fixed, String reason) {
    return new Ruling(decision, basis, reason, by, fixed, Justification.of(by.note()));
  }

  /** Undecided for a reason that stands before what the statement says. */
  Ruling doubted(String why) {
    return new Ruling(
        Decision.UNDECIDED, basis, reason + "; " + why, by, fixedVersion, Justification.NONE);
  }

  Ruling excused(Justification why, String told) {
    return new Ruling(Decision.NOT_AFFECTED, basis, told, by, fixedVersion, why);
  }

  Ruling but(String told) {
    return new Ruling(decision, basis, reason + "; " + told, by, fixedVersion, justification);
  }
}
