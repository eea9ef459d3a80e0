package dev.assay.cli.product;

import dev.assay.inspect.scan.Source;
import java.util.List;

/** A product before it is read. */
public record NamedProduct(String name, String version, List<Source> sources) {
  public NamedProduct {
    sources = List.copyOf(sources);
  }
}
