package dev.assay.verify.disclose;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which leaves are lines of which file, as follows from the numbers that an attestation states.
 *
 * @param lines number of lines by file, in the order of the leaves
 */
record Layout(SequencedMap<String, Long> lines) {
  /**
   * Of a statement about an evaluation.
   *
   * @throws Damaged if its numbers do not add up
   */
  static Layout of(Json.Obj statement, String name) throws Damaged {
    Json.Obj predicate =
        statement
            .at("predicate")
            .filter(Json.Obj.class::isInstance)
            .map(Json.Obj.class::cast)
            .orElseThrow(() -> new Damaged(name + " states no predicate"));
    SequencedMap<String, Long> lines = new LinkedHashMap<>();
    long components = number(predicate, name, "coverage", "components", "all");
    lines.put(BundleFiles.SUMMARY, 1L);
    lines.put(BundleFiles.ARTIFACTS, number(predicate, name, "coverage", "artifacts", "all"));
    lines.put(BundleFiles.COMPONENTS, components);
    lines.put(BundleFiles.FACTS, components);
    lines.put(BundleFiles.RISKS, components);
    lines.put(BundleFiles.PLAN, number(predicate, name, "coverage", "casesOnComponents", "all"));
    lines.put(
        BundleFiles.VERDICTS,
        number(predicate, name, "verdicts", "passed")
            + number(predicate, name, "verdicts", "failed")
            + number(predicate, name, "verdicts", "inconclusive"));
    Layout layout = new Layout(lines);
    if (layout.leaves() != number(predicate, name, "evidence", "leaves")) {
      throw new Damaged(name + ": its counts do not add up to its leaves");
    }
    return layout;
  }

  long leaves() {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether a leaf is a line of a file. */
  boolean isOf(String file, long leaf) {
    long first = 0;
    for (Map.Entry<String, Long> each : lines.entrySet()) {
      if (each.getKey().equals(file)) {
        return leaf >= first && leaf < first + each.getValue();
      }
      first += each.getValue();
    }
    return false;
  }

  private static long number(Json.Obj predicate, String name, String... path) throws Damaged {
    return predicate
        .number(path)
        .orElseThrow(() -> new Damaged(name + " states no " + String.join(".", path)));
  }
}
