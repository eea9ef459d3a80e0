package dev.assay.catalogue.expression;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a compiled expression. {@link #value} is the hot path: small records calling each
 * other, nothing allocated for comparisons of facts with constants. The rest is used only to
 * explain a failure.
 */
interface Code {
  /**
   * A {@code Boolean}, {@code Long}, {@code Double}, {@code String}, list, map or record; or {@link
   * Unknown}.
   */
  Object value(Frame frame);

  /** Where the value comes from: {@code accounts[3].shell}; empty where it is computed. */
  default Optional<String> path(Frame frame) {
    return Optional.empty();
  }

  /** For a list: where each element comes from; empty where that cannot be said. */
  default List<String> origins(Frame frame) {
    return List.of();
  }

  /** Notes the facts that made the value what it is. */
  void blame(Frame frame, Trace trace);
}
