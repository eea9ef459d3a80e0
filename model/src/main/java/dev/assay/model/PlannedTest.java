package dev.assay.model;

import java.util.List;
import java.util.Locale;

/**
 * A demand of a standard that no oracle decides, or not wholly. It stands in the catalogue so that
 * it is not forgotten and is INCONCLUSIVE in every evaluation. It is no test case and never counted
 * as one.
 *
 * @param id {@code 3GPP-33.117-4.4.2}
 * @param title what the requirement is about
 * @param requirement {@code 3gpp:33.117:4.4.2}
 * @param needs what must be looked at beside an image: {@code live target}; empty where only the
 *     test case is missing
 * @param why what is open, in one sentence without the requirement's name
 */
public record PlannedTest(
    String id, String title, String requirement, List<String> needs, String why) {
  /**
   * What a planned test is about in plan and verdicts: the product as a whole. No component has
   * this id, since those have a colon.
   */
  public static final String PRODUCT = "product";

  public PlannedTest {
    needs = List.copyOf(needs);
  }

  /** The id of a requirement's planned test. */
  public static String idOf(String requirement) {
    return requirement.replace(':', '-').toUpperCase(Locale.ROOT);
  }

  /** Its entry in a plan. */
  public PlanEntry entry() {
    return new PlanEntry(id, PRODUCT, false, why);
  }

  /** Its verdict. Nothing was seen, so there is nothing to rate. */
  public Verdict verdict() {
    return new Verdict(id, PRODUCT, Outcome.INCONCLUSIVE, Severity.INFO, why, List.of());
  }
}
