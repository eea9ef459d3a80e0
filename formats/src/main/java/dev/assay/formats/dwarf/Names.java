package dev.assay.formats.dwarf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The table {@code names.tsv}: what numbers mean. */
public enum Names {
  /** What an entry is. */
  TAG,
  /** What an attribute is. */
  AT,
  /** Source languages. */
  LANG,
  /** How a base type is to be read. */
  ATE,
  /** Operations of location expressions. */
  OP,
  /** Call frame instructions. */
  CFA;

  private static final Map<Names, Map<Integer, Row>> ALL = read();

  /**
   * @param operands by their kinds, as {@link Operations} reads them
   */
  record Row(String name, List<String> operands) {}

  /** As the standard writes it, {@code DW_TAG_member}; with the number where it has no name. */
  public String of(long number) {
    return row(number).map(Row::name).orElse("DW_" + name() + "_0x" + Long.toHexString(number));
  }

  Optional<Row> row(long number) {
    return number >= 0 && number <= 0xFFFF
        ? Optional.ofNullable(ALL.getOrDefault(this, Map.of()).get((int) number))
        : Optional.empty();
  }

  private static Map<Names, Map<Integer, Row>> read() {
    Map<Names, Map<Integer, Row>> found = new EnumMap<>(Names.class);
    try (InputStream table = Names.class.getResourceAsStream("names.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              columns ->
                  found
                      .computeIfAbsent(valueOf(columns[0]), any -> new HashMap<>())
                      .put(
                          Integer.parseInt(columns[1], 16),
                          new Row(
                              "DW_" + columns[0] + "_" + columns[2],
                              columns.length > 3 ? List.of(columns[3].split(" ")) : List.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
