package dev.assay.feed.match;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;

/**
 * One flaw that a feed relates to a component, and what it says.
 *
 * @param flaw what is known of it: scores, KEV, EPSS, references
 * @param reason one sentence: who says what of which versions, and where this one lies
 * @param decidedBy the statement that the decision follows from
 * @param fixedVersion first version with the fix, in the scheme of the statement; empty where none
 *     is named
 * @param justification why it is not affected; {@link Justification#NONE} otherwise
 */
public record Match(
    Vulnerability flaw,
    Decision decision,
    Basis basis,
    String reason,
    Statement decidedBy,
    String fixedVersion,
    Justification justification) {
  /** The flaw's id. */
  public String id() {
    return flaw.id();
  }
}
