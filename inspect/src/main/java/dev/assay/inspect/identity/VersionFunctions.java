package dev.assay.inspect.identity;

import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The functions of {@code version-functions.tsv}; its head says what the columns are. */
final class VersionFunctions {
  private static final List<VersionFunction> ALL =
      ProgramFile.rows(VersionFunctions.class, "version-functions.tsv").stream()
          .map(VersionFunction::of)
          .toList();

  private static final Map<String, List<VersionFunction>> BY_LIBRARY =
      ALL.stream()
          .flatMap(each -> each.libraries().stream().map(library -> Map.entry(library, each)))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

  private VersionFunctions() {}

  static List<VersionFunction> all() {
    return ALL;
  }

  /** Those of a library, in the order of the table. */
  static List<VersionFunction> ofSoname(String soname) {
    return BY_LIBRARY.getOrDefault(Products.stem(soname), List.of());
  }
}
