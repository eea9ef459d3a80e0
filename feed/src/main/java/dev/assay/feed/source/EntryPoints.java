package dev.assay.feed.source;

import dev.assay.feed.Conditions;
import dev.assay.feed.Statement;
import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Through which functions a library's flaw can be reached at all: {@code entry-points.tsv}. */
final class EntryPoints {
  private static final Map<String, Conditions> KNOWN = read();

  private EntryPoints() {}

  /** The statement, where it is on a library of the table under the condition that stands there. */
  static Statement narrowed(Statement statement) {
    Conditions known = KNOWN.get(statement.vulnerability() + " " + statement.subject());
    return known != null && statement.conditions().equals(Conditions.NONE)
        ? statement.under(known)
        : statement;
  }

  private static Map<String, Conditions> read() {
    return ProgramFile.rows(EntryPoints.class, "entry-points.tsv").stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> row.get(0) + " cpe:" + row.get(1),
                row -> Conditions.ofLibrary(List.of(row.get(2).split(" ")))));
  }
}
