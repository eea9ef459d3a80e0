package dev.assay.model;

import java.util.List;

/**
 * A component's risk before any test (NIST SP 800-30: likelihood × impact).
 *
 * @param component id of the component
 * @param score 0–100
 * @param tier how deep it is tested, 1 deepest to 4 inventory only (NIST SP 800-53A depth)
 * @param factors what made the score, in the order of the formula
 */
public record Risk(String component, int score, int tier, List<Factor> factors) {
  public Risk {
    factors = List.copyOf(factors);
  }

  /**
   * One term of the formula.
   *
   * @param name letter and word: {@code exposure}
   * @param value 0–1
   * @param weight as in the weights file
   * @param why what in the product made the value
   * @param source where the term of the formula comes from
   * @param evidence where it was seen; empty where the value is unknown
   */
  public record Factor(
      String name,
      double value,
      double weight,
      String why,
      String source,
      List<Evidence> evidence) {
    public Factor {
      evidence = List.copyOf(evidence);
    }
  }
}
