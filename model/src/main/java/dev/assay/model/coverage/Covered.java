package dev.assay.model.coverage;

import dev.assay.model.requirement.Means;
import dev.assay.model.requirement.Requirement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One requirement and what checks it.
 *
 * @param requirement what is demanded
 * @param cases ids of the profile's test cases that check it, sorted
 */
public record Covered(Requirement requirement, List<String> cases) {
  /** Where a requirement stands. */
  public enum State {
    /** Test cases check it, and nothing else is needed to decide it. */
    COVERED("covered"),
    /** Test cases check what an image shows; the rest needs more than an image. */
    PARTLY("partly"),
    /** Test cases check something of it; whether that is all it demands, nobody has judged. */
    HAS_CASES("has cases"),
    /** No test case looks, though an image would show it or nobody has judged what would. */
    NO_CASE("no case"),
    /** No image shows it. */
    NEEDS_MORE("needs more");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** For people and for JSON. */
    public String word() {
      return word;
    }
  }

  public Covered {
    cases = List.copyOf(cases);
  }

  /** Where it stands. */
  public State state() {
    boolean judged = !requirement.means().isEmpty();
    if (cases.isEmpty()) {
      boolean decidable = requirement.means().stream().anyMatch(Means::isStatic);
      return judged && !decidable ? State.NEEDS_MORE : State.NO_CASE;
    }
    if (!judged) {
      return State.HAS_CASES;
    }
    return needed().isEmpty() ? State.COVERED : State.PARTLY;
  }

  /** What must be looked at beside an image, for people: {@code live target}, {@code capture}. */
  public List<String> needed() {
    return requirement.means().stream()
        .filter(means -> !means.isStatic())
        .map(Means::title)
        .toList();
  }

  /** What is open, for people; empty if nothing is. */
  public String open() {
    String beside = needed().stream().collect(Collectors.joining(", "));
    String needs = beside.isEmpty() ? "" : "needs " + beside;
    return switch (state()) {
      case COVERED -> "";
      case PARTLY, NEEDS_MORE -> needs;
      case HAS_CASES -> "not judged whether they suffice";
      case NO_CASE -> needs.isEmpty() ? "no case yet" : "no case yet; " + needs;
    };
  }
}
