package dev.assay.report;

import dev.assay.model.Evaluation;
import dev.assay.model.PlannedTest;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.model.requirement.Requirements;
import dev.assay.model.requirement.Standard;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts verdicts under the requirements that their test cases check. */
public final class Standards {
  private Standards() {}

  /**
   * What came of one requirement.
   *
   * @param cases test cases that gave a verdict
   * @param inconclusive verdicts, a planned test counting as one
   */
  public record Counts(int cases, int pass, int fail, int inconclusive) {
    /** Of a requirement that nothing looked at. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    private Counts plus(Counts other) {
      return new Counts(
          cases + other.cases,
          pass + other.pass,
          fail + other.fail,
          inconclusive + other.inconclusive);
    }

    /** Whether test cases gave verdicts and each of them decides. */
    public boolean isDecided() {
      return cases > 0 && inconclusive == 0;
    }
  }

  /** {@code nist:800-53r5} of {@code nist:800-53r5:AC-6(2)}. */
  public static String of(String requirement) {
    int second = requirement.indexOf(':', requirement.indexOf(':') + 1);
    return second < 0 ? requirement : requirement.substring(0, second);
  }

  /** Name of a standard for people; its id where none is known. */
  public static String title(String standard) {
    return Requirements.standard(standard).map(Standard::name).orElse(standard);
  }

  private static final Map<String, Integer> PLACES = places();

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    Requirements.standards().forEach(standard -> places.put(standard.id(), places.size()));
    return places;
  }

  /** Ids of standards in the order reports show them; those that are not known stand last. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(Standards::place).thenComparing(Comparator.naturalOrder());

  private static int place(String standard) {
    return PLACES.getOrDefault(standard, PLACES.size());
  }

  /**
   * Counts by requirement, by standard in their order: of all that test cases ran for or that is
   * planned.
   */
  public static SortedMap<String, SortedMap<String, Counts>> counts(Evaluation evaluation) {
    Map<String, Counts> byTest = new HashMap<>();
    for (Verdict verdict : evaluation.verdicts()) {
      Counts one =
          switch (verdict.outcome()) {
            case PASS -> new Counts(0, 1, 0, 0);
            case FAIL -> new Counts(0, 0, 1, 0);
            case INCONCLUSIVE -> new Counts(0, 0, 0, 1);
          };
      byTest.merge(verdict.test(), one, Counts::plus);
    }
    SortedMap<String, SortedMap<String, Counts>> all = new TreeMap<>(ORDER);
    for (TestCase test : evaluation.cases()) {
      Counts counts = byTest.get(test.id());
      if (counts != null) {
        Counts ofCase = new Counts(1, counts.pass, counts.fail, counts.inconclusive);
        test.requirements().forEach(requirement -> add(all, requirement, ofCase));
      }
    }
    for (PlannedTest test : evaluation.planned()) {
      add(all, test.requirement(), new Counts(0, 0, 0, 1));
    }
    return all;
  }

  private static void add(
      SortedMap<String, SortedMap<String, Counts>> all, String requirement, Counts counts) {
    all.computeIfAbsent(of(requirement), unseen -> new TreeMap<>())
        .merge(requirement, Counts.NONE.plus(counts), Counts::plus);
  }
}
