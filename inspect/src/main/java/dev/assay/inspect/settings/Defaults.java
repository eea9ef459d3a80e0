package dev.assay.inspect.settings;

import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program does where its configuration is silent, by release: a table of three columns, key,
 * the first release of which a row is true, and the value. {@code ?} is a value that is not known.
 */
public final class Defaults {
  private static final String NOT_KNOWN = "?";

  private record Row(Release since, String value) {}

  private final Map<String, List<Row>> byKey = new LinkedHashMap<>();

  private Defaults() {}

  /**
   * Reads a table that comes with the program.
   *
   * @param beside the class whose package has the file
   * @throws IllegalStateException where the rows of a key are not in order of release
   */
  public static Defaults read(Class<?> beside, String file) {
    Defaults defaults = new Defaults();
    for (List<String> row : ProgramFile.rows(beside, file)) {
      List<Row> rows = defaults.byKey.computeIfAbsent(row.get(0), k -> new ArrayList<>());
      Release since = Release.of(row.get(1));
      if (!rows.isEmpty() && !rows.getLast().since().isBefore(since)) {
        throw new IllegalStateException(file + ": rows of " + row.get(0) + " are out of order");
      }
      rows.add(new Row(since, row.get(2)));
    }
    return defaults;
  }

  /**
   * The default of a key; empty where the table has none for the release, or where releases differ
   * and it is not known which one is used.
   *
   * @param release empty where it is not known
   */
  public Optional<String> of(String key, Optional<Release> release) {
    List<Row> rows = byKey.getOrDefault(key, List.of());
    if (release.isEmpty()) {
      return rows.size() == 1 ? rows.stream().map(Row::value).findFirst() : Optional.empty();
    }
    return rows.stream()
        .filter(row -> !release.get().isBefore(row.since()))
        .reduce((earlier, later) -> later)
        .map(Row::value)
        .filter(value -> !value.equals(NOT_KNOWN));
  }
}
