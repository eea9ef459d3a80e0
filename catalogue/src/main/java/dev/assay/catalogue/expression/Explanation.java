package dev.assay.catalogue.expression;

import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says in a sentence why an expectation failed or stays open, and collects the evidence of the
 * facts that decided.
 */
final class Explanation {
  static final int MOST_EVIDENCE = 20;
  private static final int MOST_FACTS = 6;

  private Explanation() {}

  static Decision failure(Condition expectation, Observed observed) {
    Map<String, Object> deciding = expectation.deciding(observed);
    Set<Evidence> evidence = evidence(deciding.keySet(), observed);
    String seen = deciding.isEmpty() ? "it never holds" : seen(deciding);
    return decision(Outcome.FAIL, seen + " (expected: " + expectation.source() + ")", evidence);
  }

  static Decision open(Condition expectation, List<String> reasons, Observed observed) {
    Set<String> read = expectation.reads();
    Set<String> unknown = new TreeSet<>();
    for (String path : observed.described().unknown().keySet()) {
      if (read.stream().anyMatch(fact -> path.equals(fact) || path.startsWith(fact + "["))) {
        unknown.add(path);
      }
    }
    Set<Evidence> evidence = evidence(unknown, observed);
    return decision(
        Outcome.INCONCLUSIVE, "cannot be decided: " + String.join("; ", reasons), evidence);
  }

  private static Decision decision(Outcome outcome, String why, Set<Evidence> evidence) {
    int more = evidence.size() - MOST_EVIDENCE;
    String rest = more > 0 ? "; " + more + " more places not listed" : "";
    return new Decision(outcome, why + rest, evidence.stream().limit(MOST_EVIDENCE).toList());
  }

  private static Set<Evidence> evidence(Set<String> paths, Observed observed) {
    Set<Evidence> found = new LinkedHashSet<>();
    for (String path : paths) {
      found.addAll(observed.sightings().nearest(path));
    }
    return found;
  }

  private static String seen(Map<String, Object> deciding) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    int left = 0;
    for (Map.Entry<String, Object> fact : deciding.entrySet()) {
      if (isElementOfShown(fact.getKey(), deciding)) {
        continue;
      }
      if (shown == MOST_FACTS) {
        left++;
        continue;
      }
      text.append(shown == 0 ? "" : ", ")
          .append(label(fact.getKey(), deciding))
          .append(" is ")
          .append(Shown.of(fact.getValue()));
      shown++;
    }
    return left == 0 ? text.toString() : text + " and " + left + " more";
  }

  /** An element whose parts are told need not be told itself. */
  private static boolean isElementOfShown(String path, Map<String, Object> deciding) {
    return path.endsWith("]")
        && deciding.keySet().stream().anyMatch(other -> other.startsWith(path + "."));
  }

  /**
   * {@code accounts[3].shell} becomes {@code accounts[3] (root).shell}: an index alone tells a
   * reader nothing.
   */
  private static String label(String path, Map<String, Object> deciding) {
    int end = path.indexOf("].");
    if (end < 0) {
      return path;
    }
    String name =
        switch (deciding.get(path.substring(0, end + 1))) {
          case Record element -> Shown.name(element);
          case Partial element -> Shown.name(element.known());
          case null, default -> "";
        };
    return name.isEmpty()
        ? path
        : path.substring(0, end + 1) + " (" + name + ")" + path.substring(end + 1);
  }
}
