package dev.assay.model.coverage;

import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.requirement.Requirement;
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
    return of(profile, tests, List.of(standard)).getFirst();
  }

  /** What test cases cover of each of some standards. */
  public static List<Coverage> of(String profile, List<TestCase> tests, List<Standard> standards) {
    Map<String, List<String>> cases = new HashMap<>();
    for (TestCase test : tests) {
      for (String id : test.requirements()) {
        cases.computeIfAbsent(id, k -> new ArrayList<>()).add(test.id());
      }
    }
    return standards.stream().map(each -> of(profile, cases, each)).toList();
  }

  private static Coverage of(String profile, Map<String, List<String>> cases, Standard standard) {
    List<Covered> requirements = new ArrayList<>();
    for (Requirement each : Requirements.all()) {
      if (each.id().startsWith(standard.prefix())) {
        List<String> ids = cases.getOrDefault(each.id(), List.of());
        requirements.add(new Covered(each, ids.stream().sorted().toList()));
      }
    }
    return new Coverage(standard, profile, requirements);
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
