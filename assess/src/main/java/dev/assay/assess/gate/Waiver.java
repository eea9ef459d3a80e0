package dev.assay.assess.gate;

import java.time.LocalDate;

/**
 * A person's decision to launch in spite of a failure.
 *
 * @param test glob over test case ids
 * @param component glob over component ids
 * @param expires last day on which it waives
 */
public record Waiver(String test, String component, String reason, String by, LocalDate expires) {
  boolean covers(String testId, String componentId, LocalDate asOf) {
    return !asOf.isAfter(expires)
        && Glob.matches(test, testId)
        && Glob.matches(component, componentId);
  }
}
