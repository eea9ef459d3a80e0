package dev.assay.compare;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two products compared.
 *
 * @param before the left
 * @param after the right
 * @param identical number of pairs that are the same; what is in them was not looked at
 * @param findings all other members, by path
 */
public record Comparison(Side before, Side after, long identical, List<Finding> findings) {

  static Comparison of(Side before, Side after, long identical, Collection<Finding> findings) {
    TreeMap<String, Finding> byPath = new TreeMap<>();
    findings.forEach(finding -> byPath.merge(finding.path(), finding, Finding::with));
    return new Comparison(before, after, identical, List.copyOf(byPath.values()));
  }

  public Verdict verdict() {
    if (findings.isEmpty()) {
      return Verdict.EQUIVALENT;
    }
    return findings.stream().allMatch(finding -> finding.outcome() == Outcome.EQUIVALENT)
        ? Verdict.EQUIVALENT_EXCEPT
        : Verdict.DIFFERENT;
  }

  /** All that was proven to be left different by the builds alone. */
  public Set<Equivalence> exceptions() {
    Set<Equivalence> found = EnumSet.noneOf(Equivalence.class);
    findings.stream()
        .flatMap(finding -> finding.aspects().stream())
        .forEach(aspect -> aspect.equivalence().ifPresent(found::add));
    return found;
  }

  public long count(Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }
}
