package dev.assay.assess;

import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.util.List;

/**
 * Facts that no inspector finds, since they depend on more than the product: a feed, the day. They
 * stand beside a component, under its id. Implementations are thread-safe.
 */
public interface LateFacts {
  /** The kind that test cases name. */
  Kind<?> kind();

  /** Whether there are such facts of the component; depends on the product alone. */
  boolean concern(Described component);

  /** The component under its own id, with these facts; only for those it concerns. */
  Described of(Described component);

  /** All that it concerns, with these facts. */
  default List<Described> beside(List<Described> components) {
    return components.parallelStream().filter(this::concern).map(this::of).toList();
  }
}
