package dev.assay.catalogue.source;

import dev.assay.model.requirement.Standard;
import java.util.List;

/**
 * A choice of case files for a product class.
 *
 * @param name {@code linux-device}
 * @param stems names of the case files without ending
 * @param planned standards whose every requirement is in the catalogue: what test cases do not
 *     decide as a planned test
 */
public record Profile(String name, String title, List<String> stems, List<Standard> planned) {
  public Profile {
    stems = List.copyOf(stems);
    planned = List.copyOf(planned);
  }
}
