package dev.assay.evidence;

import dev.assay.model.Outcome;
import dev.assay.model.PlannedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a bundle against itself: the root over every line, order and uniqueness of lines, that
 * every planned test has its verdict and every verdict was planned, that what was not run is not
 * decided, and that every reference leads somewhere.
 */
public final class Integrity {
  private final BundleContent bundle;
  private final List<String> violations = new ArrayList<>();

  private Integrity(BundleContent bundle) {
    this.bundle = bundle;
  }

  /** What is wrong with the bundle; empty when it is whole. Each names file and line. */
  public static List<String> violations(BundleContent bundle) throws BundleException {
    return new Integrity(bundle).check();
  }

  private List<String> check() throws BundleException {
    String computed = BundleContent.root(bundle.summary(), bundle.files());
    if (!computed.equals(bundle.root())) {
      violations.add(
          "evaluation.json claims root " + bundle.root() + "; the lines give " + computed);
    }
    ids("artifacts.jsonl", "path");
    Set<String> components = ids("components.jsonl", "id");
    same(components, ids("facts.jsonl", "component"), "facts.jsonl");
    same(components, ids("risks.jsonl", "component"), "risks.jsonl");
    plannedAndRun(components);
    return List.copyOf(violations);
  }

  private Set<String> ids(String file, String key) throws BundleException {
    Set<String> ids = new HashSet<>();
    String last = "";
    int number = 0;
    for (byte[] line : bundle.files().getOrDefault(file, List.of())) {
      String where = file + " line " + ++number;
      String id = BundleReader.fields(line, where).getOrDefault(key, "");
      if (number > 1 && id.compareTo(last) <= 0) {
        violations.add(where + ": `" + id + "` is out of order or repeated");
      }
      ids.add(id);
      last = id;
    }
    return ids;
  }

  private void same(Set<String> components, Set<String> described, String file) {
    for (String id : components.stream().sorted().toList()) {
      if (!described.contains(id)) {
        violations.add(file + ": nothing on component `" + id + "`");
      }
    }
    for (String id : described.stream().sorted().toList()) {
      if (!components.contains(id)) {
        violations.add(file + ": `" + id + "` is not a component of the product");
      }
    }
  }

  private void plannedAndRun(Set<String> components) throws BundleException {
    Map<String, String> planned = new HashMap<>();
    int number = 0;
    for (byte[] line : bundle.files().getOrDefault("plan.jsonl", List.of())) {
      String where = "plan.jsonl line " + ++number;
      Map<String, String> entry = BundleReader.fields(line, where);
      boolean whole = entry.getOrDefault("component", "").equals(PlannedTest.PRODUCT);
      if (!whole && !components.contains(entry.getOrDefault("component", ""))) {
        violations.add(where + ": plans `" + entry.get("component") + "`, which is no component");
      }
      if (whole == "true".equals(entry.get("run"))) {
        if (whole) {
          violations.add(where + ": runs on the product as a whole, which no test case does");
        }
        continue;
      }
      planned.put(key(entry), where);
    }
    number = 0;
    for (byte[] line : bundle.files().getOrDefault("verdicts.jsonl", List.of())) {
      String where = "verdicts.jsonl line " + ++number;
      Map<String, String> verdict = BundleReader.fields(line, where);
      if (planned.remove(key(verdict)) == null) {
        violations.add(where + ": a verdict that was not planned, or a second one");
      }
      if (PlannedTest.PRODUCT.equals(verdict.get("component"))
          && !Outcome.INCONCLUSIVE.name().equals(verdict.get("verdict"))) {
        violations.add(where + ": `" + verdict.get("verdict") + "` of a test that was not run");
      }
    }
    planned.values().stream()
        .sorted()
        .forEach(where -> violations.add(where + ": planned, but there is no verdict"));
  }

  private static String key(Map<String, String> entry) {
    return entry.get("test") + "\0" + entry.get("component");
  }
}
