package dev.assay.evidence.releases;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.recall.Line;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.json.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which functions that copy memory a release's programs and libraries import. Imports are counted,
 * once a file; how often a function is called is not known.
 *
 * @param unbounded imports of functions that copy without a bound
 * @param checked imports of functions that check sizes
 * @param functions the unbounded ones by name
 * @param unknown files whose imports could not be established
 */
public record CallSafety(
    long unbounded, long checked, SortedMap<String, Long> functions, long unknown) {
  private static final String UNBOUNDED = "unboundedCopies";
  private static final String CHECKED = "fortified";

  static CallSafety of(BundleContent bundle) throws BundleException {
    SortedMap<String, Long> functions = new TreeMap<>();
    long checked = 0;
    long unknown = 0;
    for (byte[] bytes : bundle.files().getOrDefault(BundleFiles.FACTS, List.of())) {
      Line line = Line.read(bytes, BundleFiles.FACTS);
      if (line.object().at("facts", "elf").isEmpty()) {
        continue;
      }
      if (isUnknown(line)) {
        unknown++;
      } else {
        line.texts("facts", "elf", UNBOUNDED).forEach(name -> functions.merge(name, 1L, Long::sum));
        checked += line.texts("facts", "elf", CHECKED).size();
      }
    }
    long unbounded = functions.values().stream().mapToLong(Long::longValue).sum();
    return new CallSafety(unbounded, checked, functions, unknown);
  }

  private static boolean isUnknown(Line line) {
    Map<String, Json> unknown =
        line.object().at("unknown").orElse(Json.object()) instanceof Json.Obj facts
            ? facts.members()
            : Map.of();
    return unknown.containsKey("elf")
        || unknown.containsKey("elf." + UNBOUNDED)
        || unknown.containsKey("elf." + CHECKED);
  }
}
