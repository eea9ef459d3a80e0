package dev.assay.inspect.identity;

import dev.assay.inspect.match.Signature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The traces of {@code library-parts.tsv}; its head says what the columns are. */
public final class LibraryParts {
  private static final LibraryParts STANDARD = new LibraryParts(read());

  private final Map<String, LibraryPart> byId = new HashMap<>();
  private final List<LibraryPart> all;

  private LibraryParts(List<LibraryPart> all) {
    this.all = List.copyOf(all);
    all.forEach(each -> byId.put(each.id(), each));
  }

  /** The traces Assay comes with. */
  public static LibraryParts standard() {
    return STANDARD;
  }

  /** All of them, to be looked for in the one pass. */
  public List<Signature> signatures() {
    return all.stream().map(LibraryPart::signature).toList();
  }

  Optional<LibraryPart> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How many parts a library has. */
  int count(String library) {
    return (int)
        all.stream()
            .filter(each -> each.library().equals(library))
            .map(LibraryPart::part)
            .distinct()
            .count();
  }

  boolean isOf(String library, String product) {
    return all.stream()
        .anyMatch(each -> each.library().equals(library) && each.product().equals(product));
  }

  private static List<LibraryPart> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LibraryParts.class.getResourceAsStream("library-parts.tsv")),
                StandardCharsets.UTF_8))) {
      List<LibraryPart> rows = new ArrayList<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              cells ->
                  rows.add(
                      new LibraryPart(
                          "part:" + cells[0] + "." + cells[2] + "." + rows.size(),
                          cells[0],
                          cells[1],
                          cells[2],
                          cells[3],
                          Pattern.compile(cells[4].replace("%V", Products.VERSION)))));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
