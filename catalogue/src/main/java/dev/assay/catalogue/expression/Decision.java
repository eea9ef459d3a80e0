package dev.assay.catalogue.expression;

import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import java.util.List;

/**
 * What an oracle says of one component.
 *
 * @param why one sentence: what was seen against what was demanded, or what is not known
 * @param evidence where it was seen, at most {@value Explanation#MOST_EVIDENCE} places
 */
public record Decision(Outcome outcome, String why, List<Evidence> evidence) {
  public Decision {
    evidence = List.copyOf(evidence);
  }
}
