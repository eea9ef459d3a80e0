package dev.assay.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of the platform's attributes and their resource ids, from {@code android-attributes.tsv}.
 */
public final class AndroidAttributes {
  private static final Map<Integer, String> NAMES =
      ProgramFile.rows(AndroidAttributes.class, "android-attributes.tsv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> Integer.parseInt(row.get(0), 16), row -> row.get(1)));

  private static final Map<String, Integer> IDS =
      NAMES.keySet().stream()
          .collect(Collectors.toUnmodifiableMap(NAMES::get, Function.identity()));

  private AndroidAttributes() {}

  public static Set<String> names() {
    return IDS.keySet();
  }

  /** The name of a resource id. */
  public static Optional<String> name(int resource) {
    return Optional.ofNullable(NAMES.get(resource));
  }

  /** The resource id of a name, 0 where there is none. */
  public static int id(String name) {
    return IDS.getOrDefault(name, 0);
  }
}
