package dev.assay.inspect.ecosystem;

import dev.assay.inspect.tree.Root;
import java.util.List;

/** Finds the packages of one ecosystem in a root. Keeps no state; must not fail on any content. */
public interface DependencyReader {
  /** As {@link dev.assay.inspect.Inspector#reads}. */
  List<String> reads();

  /** All that it finds, also several times. */
  List<Dependency> read(Root root);
}
