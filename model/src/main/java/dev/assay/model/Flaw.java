package dev.assay.model;

/**
 * A publicly known flaw that a feed relates to a component, and what holds of it in the product.
 *
 * @param id CVE id where there is one
 * @param component id of the component
 * @param justification why it is not affected, in the words of VEX (CISA); empty where not told
 * @param reason one sentence: who says what of which versions, or what was stated
 * @param statedBy who stated it; empty where the feed and the product decide
 * @param rating {@code critical}, {@code high}, {@code medium}, {@code low}, {@code unrated}
 * @param score CVSS base score, 0 to 10; −1 without
 * @param system of the score: 4.0, 3.1, 3.0 or 2.0; empty without
 * @param vector CVSS vector; empty without
 * @param fixed first version with the fix; empty where none is named
 */
public record Flaw(
    String id,
    String component,
    State state,
    String justification,
    String reason,
    String statedBy,
    String rating,
    double score,
    String system,
    String vector,
    String fixed) {

  /** The statuses of VEX. */
  public enum State {
    AFFECTED,
    NOT_AFFECTED,
    FIXED,
    /** Neither the feed nor a statement settles it. */
    UNDER_INVESTIGATION
  }

  /** The flaw as somebody states it. */
  public Flaw stated(State newState, String newJustification, String newReason, String by) {
    return new Flaw(
        id,
        component,
        newState,
        newJustification,
        newReason,
        by,
        rating,
        score,
        system,
        vector,
        fixed);
  }
}
