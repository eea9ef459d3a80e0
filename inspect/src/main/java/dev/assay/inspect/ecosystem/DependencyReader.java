package dev.assay.inspect.ecosystem;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Problem;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds the packages of one ecosystem in a root. Keeps no state; must not fail on any content. */
public interface DependencyReader {
  /** As {@link dev.assay.inspect.Inspector#reads}. */
  default List<String> reads() {
    return List.of();
  }

  /**
   * All that it finds, also several times.
   *
   * @param problems takes what is wrong with files that were to tell of packages
   */
  List<Dependency> read(Root root, BiConsumer<Node, Problem> problems);
}
