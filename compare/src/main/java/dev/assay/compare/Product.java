package dev.assay.compare;

import dev.assay.inspect.scan.Source;
import java.util.List;

/** One side of a comparison. */
public record Product(String name, List<Source> sources) {
  public Product {
    sources = List.copyOf(sources);
  }
}
