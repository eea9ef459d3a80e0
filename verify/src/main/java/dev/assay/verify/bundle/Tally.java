package dev.assay.verify.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers of an evaluation, counted from its lines.
 *
 * @param artifacts of all, those that could be read wholly
 * @param components of all, those that at least one test ran on
 * @param planned of all pairs of test case and component, those that ran
 * @param notRun pairs that did not run, by reason
 * @param cases ids of the test cases that ran on at least one component
 * @param passed verdicts
 * @param failed verdicts by severity
 * @param inconclusive verdicts
 * @param tests the worst outcome of each test case that has a verdict
 */
public record Tally(
    Share artifacts,
    Share components,
    Share planned,
    SortedMap<String, Long> notRun,
    SortedSet<String> cases,
    long passed,
    SortedMap<String, Long> failed,
    long inconclusive,
    SortedMap<String, Outcome> tests) {
  /** Some of all. */
  public record Share(long all, long covered) {}

  Tally(
      Share artifacts,
      Share components,
      Share planned,
      Map<String, Long> notRun,
      Set<String> cases,
      long passed,
      Map<String, Long> failed,
      long inconclusive,
      Map<String, Outcome> tests) {
    this(
        artifacts,
        components,
        planned,
        sorted(notRun),
        Collections.unmodifiableSortedSet(new TreeSet<>(cases)),
        passed,
        sorted(failed),
        inconclusive,
        sorted(tests));
  }

  /** All failed verdicts. */
  public long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
