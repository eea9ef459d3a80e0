package dev.assay.formats;

import dev.assay.model.Problem;

/** Receives the members of one container. */
public interface Listing {
  /**
   * Takes one member.
   *
   * @throws Malformed {@code limit.entries} when the container has more members than the evaluation
   *     takes
   */
  void add(Entry entry);

  /** Takes a problem of the container itself. */
  void problem(Problem problem);

  /** Where decompressed structures go; one per evaluation. */
  Memory memory();
}
