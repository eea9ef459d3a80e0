package dev.assay.catalogue.control;

import dev.assay.catalogue.CompiledCase;
import dev.assay.model.Described;
import java.util.List;

/**
 * What was found in both controls of a case.
 *
 * @param fails components of the failing control
 * @param passes components of the passing control
 */
public record Trial(List<Described> fails, List<Described> passes) {
  public Trial {
    fails = List.copyOf(fails);
    passes = List.copyOf(passes);
  }

  /** Whether a case fails and passes where it should. */
  public boolean proves(CompiledCase test) {
    return ControlRunner.fails(fails, test).isEmpty()
        && ControlRunner.passes(passes, test).isEmpty();
  }
}
