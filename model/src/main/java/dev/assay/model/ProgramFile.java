package dev.assay.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that come with the program, each beside the class that reads it. */
public final class ProgramFile {
  private ProgramFile() {}

  /**
   * @throws IllegalStateException where the program has no such file
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows of a table whose cells are parted by tabs, all as wide as the first; lines that are
   * blank or begin with {@code #} are none.
   *
   * @throws IllegalStateException where the program has no such file, or a row of another width
   */
  public static List<List<String>> rows(Class<?> beside, String name) {
    List<List<String>> rows =
        text(beside, name)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.split("\t", -1)))
            .toList();
    for (List<String> row : rows) {
      if (row.size() != rows.getFirst().size()) {
        throw new IllegalStateException(
            "%s: the first row has %d columns, this one %d: %s"
                .formatted(name, rows.getFirst().size(), row.size(), String.join("\t", row)));
      }
    }
    return rows;
  }
}
