package dev.assay.inspect.scan;

import dev.assay.inspect.fault.Faults;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks the readers of contents during one scan. Where one fails, the scan is repeated with one
 * worker and no memory as after a limit of the whole product: how deep the stack was may have
 * depended on the order of work, and what was learnt of a content that was not read is not kept.
 */
record Guard(Faults faults, Workspace workspace) {
  /**
   * What a reader answers; empty where it failed.
   *
   * @param problems told that it failed
   * @throws dev.assay.formats.Malformed if that is the answer
   */
  <T> Optional<T> read(Class<?> reader, List<Problem> problems, Supplier<T> question) {
    return faults.read(
        Faults.name(reader),
        problem -> {
          workspace.hitLimit();
          problems.add(problem);
        },
        question);
  }
}
