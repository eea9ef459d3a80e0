package dev.assay.catalogue.mutation;

import java.util.List;

/**
 * What a case's controls noticed.
 *
 * @param test id of the case
 * @param file where it is defined
 * @param mutants all alterations of its oracle
 * @param survivors those that the controls did not notice
 */
public record Mutated(String test, String file, List<Mutant> mutants, List<Mutant> survivors) {
  public Mutated {
    mutants = List.copyOf(mutants);
    survivors = List.copyOf(survivors);
  }

  /** Number of alterations that the controls noticed. */
  public int killed() {
    return mutants.size() - survivors.size();
  }
}
