package dev.assay.catalogue.coverage;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.requirement.Requirements;
import dev.assay.catalogue.requirement.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A standard, requirement by requirement.
 *
 * @param standard what is covered
 * @param profile whose test cases cover it
 * @param requirements in the standard's own order
 */
public record Coverage(Standard standard, String profile, List<Covered> requirements) {
  public Coverage {
    requirements = List.copyOf(requirements);
  }

  /** What a catalogue covers of a standard. */
  public static Coverage of(Catalogue catalogue, Standard standard) {
    Map<String, List<String>> cases = new HashMap<>();
    catalogue.cases().stream()
        .map(CompiledCase::meta)
        .forEach(
            test ->
                test.requirements()
                    .forEach(
                        id -> cases.computeIfAbsent(id, k -> new ArrayList<>()).add(test.id())));
    return new Coverage(
        standard,
        catalogue.profile(),
        Requirements.all().stream()
            .filter(requirement -> requirement.id().startsWith(standard.prefix()))
            .map(
                requirement ->
                    new Covered(
                        requirement,
                        cases.getOrDefault(requirement.id(), List.of()).stream().sorted().toList()))
            .toList());
  }

  /** Number of requirements in a state. */
  public long count(Covered.State state) {
    return requirements.stream().filter(each -> each.state() == state).count();
  }
}
