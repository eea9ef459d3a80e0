package dev.assay.catalogue.source;

import java.util.List;

/**
 * A choice of case files for a product class.
 *
 * @param name {@code linux-device}
 * @param stems names of the case files without ending
 */
public record Profile(String name, String title, List<String> stems) {
  public Profile {
    stems = List.copyOf(stems);
  }
}
