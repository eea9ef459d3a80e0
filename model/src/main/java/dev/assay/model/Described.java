package dev.assay.model;

import java.util.List;
import java.util.Map;

/**
 * A component with all that was observed about it.
 *
 * @param facts the facts record of the component's kind
 * @param evidence where each fact was seen
 * @param unknown facts that could not be established, with the reason; what depends on them is
 *     INCONCLUSIVE. The value such a fact has in {@code facts} means nothing.
 * @param signs what its risk is computed from
 */
public record Described(
    Component component,
    Record facts,
    List<FactEvidence> evidence,
    Map<String, String> unknown,
    RiskSigns signs) {
  public Described {
    evidence = List.copyOf(evidence);
    unknown = Map.copyOf(unknown);
  }
}
