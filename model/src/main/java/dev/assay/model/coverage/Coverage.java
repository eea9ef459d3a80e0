package dev.assay.model.coverage;

import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.requirement.Requirements;
import dev.assay.model.requirement.Standard;
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

  /** What test cases cover of a standard. */
  public static Coverage of(String profile, List<TestCase> tests, Standard standard) {
    Map<String, List<String>> cases = new HashMap<>();
    for (TestCase test : tests) {
      for (String id : test.requirements()) {
        if (id.startsWith(standard.prefix())) {
          cases.computeIfAbsent(id, k -> new ArrayList<>()).add(test.id());
        }
      }
    }
    return new Coverage(
        standard,
        profile,
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

  /** An entry for each requirement that test cases do not decide, or not wholly. */
  public List<PlannedTest> planned() {
    return requirements.stream()
        .filter(each -> each.state() != Covered.State.COVERED)
        .map(Coverage::planned)
        .toList();
  }

  private static PlannedTest planned(Covered covered) {
    String open = covered.open();
    return new PlannedTest(
        PlannedTest.idOf(covered.requirement().id()),
        covered.requirement().title(),
        covered.requirement().id(),
        covered.needed(),
        covered.state() == Covered.State.PARTLY
            ? "test cases decide what an image shows; the rest " + open
            : open);
  }
}
