package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Libraries that a table takes for those of a product. */
final class KnownLibraries {
  private KnownLibraries() {}

  /**
   * Fails for one by whose soname the product is not known.
   *
   * @param libraries sonames up to {@code .so}
   */
  static void areOf(String product, List<String> libraries) {
    for (String library : libraries) {
      assertThat(Products.standard().ofSoname(library + ".so"))
          .as(library)
          .map(ProductSignature::product)
          .contains(product);
    }
  }
}
