package dev.assay.catalogue.control;

import dev.assay.catalogue.CompiledCase;
import dev.assay.model.Described;
import java.util.List;

/**
 * What was found in the controls of a case.
 *
 * @param fails components of each failing control
 * @param passes components of each passing control
 * @param inconclusive components of each control that leaves the case undecided
 */
public record Trial(
    List<List<Described>> fails, List<List<Described>> passes, List<List<Described>> inconclusive) {
  public Trial {
    fails = List.copyOf(fails);
    passes = List.copyOf(passes);
    inconclusive = List.copyOf(inconclusive);
  }

  /** Whether a case fails, passes and leaves open where it should. */
  public boolean proves(CompiledCase test) {
    return fails.stream().allMatch(found -> ControlRunner.fails(found, test).isEmpty())
        && passes.stream().allMatch(found -> ControlRunner.passes(found, test).isEmpty())
        && inconclusive.stream()
            .allMatch(found -> ControlRunner.inconclusive(found, test).isEmpty());
  }
}
