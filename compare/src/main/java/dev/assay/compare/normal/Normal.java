package dev.assay.compare.normal;

import java.util.List;

/**
 * One side without what builds may leave different.
 *
 * @param left what is left, compared byte for byte
 * @param traits what was taken out; the same things in the same order on each side where they exist
 */
public record Normal(byte[] left, List<Trait> traits) {
  public Normal {
    traits = List.copyOf(traits);
  }
}
