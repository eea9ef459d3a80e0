package dev.assay.inspect.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code signatures.tsv}; its head says what the columns are. */
final class SignatureTable {
  private static final int COLUMNS = 10;

  private SignatureTable() {}

  static List<Signature> read() {
    try (InputStream table = SignatureTable.class.getResourceAsStream("signatures.tsv")) {
      if (table == null) {
        throw new IllegalStateException("signatures.tsv is missing from the program");
      }
      return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(SignatureTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Signature row(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(
          "a signature has " + COLUMNS + " columns, this row " + cells.size() + ": " + line);
    }
    List<String> flags = List.of(cells.get(3).split(","));
    return new Signature(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        flags.contains("nocase"),
        flags.contains("text") ? Signature.Medium.TEXT : Signature.Medium.ANY,
        flags.stream()
            .filter(f -> f.startsWith("then:"))
            .map(f -> f.charAt(5))
            .findFirst()
            .orElse('\0'),
        cells.get(4),
        Plausible.valueOf(cells.get(5).toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells.get(6)),
        Integer.parseInt(cells.get(7)),
        Pattern.compile(cells.get(8)),
        cells.get(9));
  }
}
