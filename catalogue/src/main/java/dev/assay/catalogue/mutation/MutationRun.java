package dev.assay.catalogue.mutation;

import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.control.ControlRunner;
import dev.assay.catalogue.control.Trial;
import dev.assay.catalogue.source.Definition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All cases with all mutants, on all processors.
 *
 * @param cases by id
 */
public record MutationRun(List<Mutated> cases) {
  public MutationRun {
    cases = List.copyOf(cases);
  }

  /** Reads the controls of each case once and asks each of its mutants about them. */
  public static MutationRun of(ControlRunner controls, Collection<Definition> definitions) {
    return new MutationRun(
        definitions.parallelStream()
            .map(definition -> mutated(controls.trial(definition), definition))
            .sorted(Comparator.comparing(Mutated::test))
            .toList());
  }

  private static Mutated mutated(Trial trial, Definition definition) {
    List<Mutant> mutants = Mutants.of(definition.expect());
    return new Mutated(
        definition.meta().id(),
        definition.file(),
        mutants,
        mutants.stream()
            .filter(
                mutant ->
                    trial.proves(
                        CompiledCase.of(definition.meta(), definition.applies(), mutant.expect())))
            .toList());
  }

  /** Number of alterations of one sort. */
  public long mutants(Change change) {
    return cases.stream()
        .flatMap(each -> each.mutants().stream())
        .filter(mutant -> mutant.change() == change)
        .count();
  }

  /** Number of alterations of one sort that no control noticed. */
  public long survivors(Change change) {
    return cases.stream()
        .flatMap(each -> each.survivors().stream())
        .filter(mutant -> mutant.change() == change)
        .count();
  }

  /** Share of all alterations that the controls noticed; 1 where there are none. */
  public double score() {
    long all = cases.stream().mapToLong(each -> each.mutants().size()).sum();
    long killed = cases.stream().mapToLong(Mutated::killed).sum();
    return all == 0 ? 1 : (double) killed / all;
  }
}
