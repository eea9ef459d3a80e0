package dev.assay.compare.normal;

import dev.assay.model.ProgramFile;
import java.util.Map;
import java.util.stream.Collectors;

/** What tags of RPM headers are called ({@code rpm-tags.tsv}); the rest by their number. */
final class RpmTagNames {
  private static final Map<String, String> NAMES =
      ProgramFile.rows(RpmTagNames.class, "rpm-tags.tsv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0) + " " + row.get(1), row -> row.get(2)));

  private RpmTagNames() {}

  static String ofHeader(int tag) {
    return NAMES.getOrDefault("any " + tag, "tag " + tag);
  }

  /** Some numbers mean another thing there. */
  static String ofSignature(int tag) {
    return NAMES.getOrDefault("signature " + tag, ofHeader(tag));
  }
}
