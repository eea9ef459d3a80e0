package dev.assay.cli.product;

import dev.assay.inspect.scan.Source;
import java.util.List;

/**
 * A product before it is read.
 *
 * @param profile the catalogue profile it says it belongs to; empty where it says none
 */
public record NamedProduct(String name, String version, String profile, List<Source> sources) {
  public NamedProduct {
    sources = List.copyOf(sources);
  }
}
