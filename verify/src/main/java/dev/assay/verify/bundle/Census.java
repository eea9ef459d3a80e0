package dev.assay.verify.bundle;

import dev.assay.verify.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * A bundle, read once from beginning to end and held against itself.
 *
 * @param summary {@code evaluation.json}
 * @param leaves what the root covers, in order
 * @param root hex root that the lines give
 * @param tally what the lines add up to
 */
public record Census(SummaryFile summary, Leaves leaves, String root, Tally tally) {
  /**
   * Reads a bundle. What is wrong with it is added to {@code violations}: a root that the lines do
   * not give, lines out of order, a planned test without verdict and a verdict without plan,
   * references that lead nowhere, counts that are not so.
   *
   * @throws Damaged where reading could not go on
   * @throws Unreadable if it is no bundle or cannot be read
   */
  public static Census of(Path bundle, Violations violations) throws Damaged, Unreadable {
    SummaryFile summary = readable(bundle);
    Beside checksums = Beside.start(bundle);
    Violations ofLines = new Violations();
    try {
      Census census = read(bundle, summary, ofLines);
      violations.addAll(checksums.found());
      violations.addAll(ofLines);
      census.compare(violations);
      return census;
    } catch (Damaged e) {
      violations.addAll(checksums.found());
      violations.addAll(ofLines);
      throw e;
    }
  }

  private static Census read(Path bundle, SummaryFile summary, Violations violations)
      throws Damaged, Unreadable {
    Leaves leaves = new Leaves();
    leaves.add(new Sha256().leaf(BundleFiles.SUMMARY, summary.line(), 0, summary.line().length));
    Inventory inventory = Inventory.read(bundle, leaves, violations);
    Results results = Results.read(bundle, inventory.components(), leaves, violations);
    String root = HexFormat.of().formatHex(leaves.root());
    return new Census(summary, leaves, root, results.tally(inventory));
  }

  private static SummaryFile readable(Path bundle) throws Damaged, Unreadable {
    SummaryFile summary = SummaryFile.read(bundle);
    for (String file : BundleFiles.LINES) {
      if (Files.isDirectory(bundle.resolve(file))) {
        throw new Damaged(file + " is a directory");
      }
    }
    return summary;
  }

  private void compare(Violations violations) {
    if (!root.equals(summary.root())) {
      violations.addFirst(
          BundleFiles.SUMMARY + " claims root " + summary.root() + "; the lines give " + root);
    }
    count(violations, tally.artifacts().all(), "counts", "artifacts");
    count(violations, tally.components().all(), "counts", "components");
    count(violations, tally.planned().covered(), "counts", "planned");
    count(violations, tally.passed(), "counts", "pass");
    count(violations, tally.failures(), "counts", "fail");
    count(violations, tally.inconclusive(), "counts", "inconclusive");
    ListedTests.compare(summary.content(), tally.cases(), violations);
    for (String severity : severities()) {
      count(violations, tally.failed().getOrDefault(severity, 0L), "failed", severity);
    }
  }

  private Iterable<String> severities() {
    TreeSet<String> severities = new TreeSet<>(tally.failed().keySet());
    summary.content().at("failed").stream()
        .filter(Json.Obj.class::isInstance)
        .forEach(failed -> severities.addAll(((Json.Obj) failed).members().keySet()));
    return severities;
  }

  private void count(Violations violations, long found, String... path) {
    long stated = summary.count(path);
    if (stated != found) {
      violations.add(
          BundleFiles.SUMMARY
              + ": "
              + String.join(".", path)
              + " is "
              + (stated < 0 ? "no number" : stated)
              + ", the lines give "
              + found);
    }
  }
}
