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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of libraries, known by their soname, and of the texts of one sort that tell their
 * version: its head says what the columns are.
 */
final class VersionTexts {
  private static final int COLUMNS = 5;

  private final List<Row> rows;
  private final Map<String, Row> byLibrary = new HashMap<>();

  /**
   * How the libraries of a product write their version.
   *
   * @param libraries their sonames up to {@code .so}; of a table of programs, the one text that
   *     only the product's programs hold
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
                  .mapToObj(matcher::group)
                  .filter(Objects::nonNull)
                  .map(number -> number.replaceFirst("^0+(?=.)", ""))
                  .collect(Collectors.joining(".")));
    }
  }

  private VersionTexts(List<Row> rows) {
    this.rows = rows;
    rows.forEach(row -> row.libraries().forEach(library -> byLibrary.put(library, row)));
  }

  /** Texts that stand alone among a library's constants. */
  static VersionTexts lone() {
    return Lone.TABLE;
  }

  /** Texts that stand alone among the constants of programs. */
  static VersionTexts programs() {
    return Programs.TABLE;
  }

  /** Names of the symbol versions that a library defines. */
  static VersionTexts symbolVersions() {
    return SymbolVersions.TABLE;
  }

  /** The name of a library's file, or what stands behind {@code .so.} in it. */
  static VersionTexts fileNames() {
    return FileNames.TABLE;
  }

  List<Row> rows() {
    return rows;
  }

  Optional<Row> ofSoname(String soname) {
    return Optional.ofNullable(byLibrary.get(Products.stem(soname)));
  }

  private static VersionTexts ofLibraries(String name) {
    return read(name, sonames -> List.of(sonames.split(" ")));
  }

  private static VersionTexts read(String name, Function<String, List<String>> libraries) {
    try (InputStream table = VersionTexts.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new VersionTexts(
          new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(line -> row(line, libraries))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line, Function<String, List<String>> libraries) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(
          "a row has " + COLUMNS + " columns, this one " + cells.size() + ": " + line);
    }
    return new Row(
        cells.get(0),
        libraries.apply(cells.get(1)),
        Pattern.compile(cells.get(2)),
        cells.get(3),
        cells.get(4));
  }

  /** Each is read when first asked for. */
  private static final class Lone {
    static final VersionTexts TABLE = ofLibraries("lone-versions.tsv");
  }

  private static final class Programs {
    static final VersionTexts TABLE = read("program-versions.tsv", List::of);
  }

  private static final class SymbolVersions {
    static final VersionTexts TABLE = ofLibraries("symbol-versions.tsv");
  }

  private static final class FileNames {
    static final VersionTexts TABLE = ofLibraries("file-versions.tsv");
  }
}
