package dev.assay.verify.bundle;

import dev.assay.verify.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The test cases that the summary describes: each that ran, and no other. Bundles that were written
 * before there was such a list have none.
 */
final class ListedTests {
  private static final String TESTS = "tests";

  private ListedTests() {}

  static void compare(Json.Obj summary, SortedSet<String> run, Violations violations) {
    if (summary.at(TESTS).isEmpty()) {
      return;
    }
    List<String> listed = new ArrayList<>();
    for (Json item : summary.items(TESTS)) {
      Json.Obj test = item instanceof Json.Obj object ? object : Json.object();
      listed.add(test.text("test").orElse(""));
      if (!test.text("digest").orElse("").matches("[0-9a-f]{64}")) {
        violations.add(where(listed.getLast()) + " has no digest");
      }
    }
    if (listed.equals(List.copyOf(run))) {
      return;
    }
    run.stream()
        .filter(test -> !listed.contains(test))
        .forEach(test -> violations.add(where(test) + " ran and is not described"));
    listed.stream()
        .filter(test -> !run.contains(test))
        .forEach(test -> violations.add(where(test) + " is described and did not run"));
    if (listed.size() >= run.size() && run.containsAll(listed)) {
      violations.add(BundleFiles.SUMMARY + ": " + TESTS + " are out of order or repeated");
    }
  }

  private static String where(String test) {
    return BundleFiles.SUMMARY + ": test `" + test + "`";
  }
}
