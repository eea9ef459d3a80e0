package dev.assay.inspect.identity;

import dev.assay.inspect.match.Signature;
import dev.assay.model.ProgramFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<LibraryPart> parts = new ArrayList<>();
    for (List<String> row : ProgramFile.rows(LibraryParts.class, "library-parts.tsv")) {
      parts.add(
          new LibraryPart(
              "part:" + row.get(0) + "." + row.get(2) + "." + parts.size(),
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3),
              Pattern.compile(row.get(4).replace("%V", Products.VERSION))));
    }
    return parts;
  }
}
