package dev.assay.inspect.elf;

import dev.assay.model.ProgramFile;
import java.util.Map;
import java.util.stream.Collectors;

/** Which family a library function belongs to, from {@code call-families.tsv}. */
final class CallFamilies {
  private static final Map<String, String> FAMILIES =
      ProgramFile.rows(CallFamilies.class, "call-families.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  private CallFamilies() {}

  /** The family's name, empty for functions of none. */
  static String of(String function) {
    return FAMILIES.getOrDefault(function, "");
  }
}
