package dev.assay.assess.life;

import dev.assay.model.ProgramFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines of releases whose end is known: {@code life-cycles.tsv}. */
final class Cycles {
  private static final Map<String, List<Cycle>> BY_NAME = read();

  private Cycles() {}

  /**
   * The line a version belongs to; the most special one of several.
   *
   * @param name {@code os:debian}, {@code kernel:linux}, {@code software:openssl}, or a package URL
   *     without version
   */
  static Optional<Cycle> find(String name, String version) {
    return BY_NAME.getOrDefault(name, List.of()).stream()
        .filter(cycle -> cycle.has(version))
        .max(Comparator.comparingInt(cycle -> cycle.releases().length()));
  }

  /** Whether the table has lines of that name, whatever the version. */
  static boolean know(String name) {
    return BY_NAME.containsKey(name);
  }

  private static Map<String, List<Cycle>> read() {
    return ProgramFile.rows(Cycles.class, "life-cycles.tsv").stream()
        .collect(
            Collectors.groupingBy(
                List::getFirst,
                Collectors.mapping(Cycles::cycle, Collectors.toUnmodifiableList())));
  }

  private static Cycle cycle(List<String> row) {
    String product = row.get(0).substring(row.get(0).lastIndexOf(':') + 1);
    String releases = row.get(1).equals("*") ? "" : row.get(1);
    return new Cycle(product, releases, LocalDate.parse(row.get(2)), row.get(3));
  }
}
