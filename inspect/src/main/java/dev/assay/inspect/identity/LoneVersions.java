package dev.assay.inspect.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of {@code lone-versions.tsv}; its head says what the columns are. */
final class LoneVersions {
  private static final int COLUMNS = 5;

  private final List<Row> rows;
  private final Map<String, Row> byLibrary = new HashMap<>();

  /**
   * How the libraries of a product write their version.
   *
   * @param libraries their sonames up to {@code .so}
   * @param pattern the whole text; its groups, joined by dots, are the version
   * @param recognised such a text
   * @param ignored a similar text that is none
   */
  record Row(
      String product, List<String> libraries, Pattern pattern, String recognised, String ignored) {

    /** The version that a text tells; numbers of several groups lose their leading zeros. */
    Optional<String> version(String text) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      return Optional.of(
          matcher.groupCount() == 1
              ? matcher.group(1)
              : IntStream.rangeClosed(1, matcher.groupCount())
                  .mapToObj(group -> matcher.group(group).replaceFirst("^0+(?=.)", ""))
                  .collect(Collectors.joining(".")));
    }
  }

  private LoneVersions(List<Row> rows) {
    this.rows = rows;
    rows.forEach(row -> row.libraries().forEach(library -> byLibrary.put(library, row)));
  }

  /** The rows Assay comes with. */
  static LoneVersions standard() {
    return Standard.ROWS;
  }

  List<Row> rows() {
    return rows;
  }

  Optional<Row> ofSoname(String soname) {
    return Optional.ofNullable(byLibrary.get(Products.stem(soname)));
  }

  private static LoneVersions read() {
    try (InputStream table = LoneVersions.class.getResourceAsStream("lone-versions.tsv")) {
      if (table == null) {
        throw new IllegalStateException("lone-versions.tsv is missing from the program");
      }
      return new LoneVersions(
          new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(LoneVersions::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(
          "a lone version has " + COLUMNS + " columns, this row " + cells.size() + ": " + line);
    }
    return new Row(
        cells.get(0),
        List.of(cells.get(1).split(" ")),
        Pattern.compile(cells.get(2)),
        cells.get(3),
        cells.get(4));
  }

  /** Read when first asked for. */
  private static final class Standard {
    static final LoneVersions ROWS = read();
  }
}
