package dev.assay.model;

import java.util.List;

/**
 * The result of one test case on one component.
 *
 * @param why one sentence: what was seen against what was demanded
 * @param evidence where it was seen, ordered
 */
public record Verdict(
    String test,
    String component,
    Outcome outcome,
    Severity severity,
    String why,
    List<Evidence> evidence) {
  public Verdict {
    evidence = List.copyOf(evidence);
  }
}
