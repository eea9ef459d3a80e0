package dev.assay.model.weakness;

import dev.assay.model.ProgramFile;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The weaknesses of the Common Weakness Enumeration that a test case may name. */
public final class Weaknesses {
  private static final class Table {
    static final Map<String, Weakness> ALL = all();

    private static Map<String, Weakness> all() {
      Map<String, Weakness> all = new LinkedHashMap<>();
      ProgramFile.rows(Weaknesses.class, "cwe.tsv")
          .forEach(row -> all.put(row.get(0), new Weakness(row.get(0), row.get(1))));
      return Collections.unmodifiableMap(all);
    }
  }

  private Weaknesses() {}

  /** All, by number. */
  public static Collection<Weakness> all() {
    return Table.ALL.values();
  }

  /** The weakness with an id such as {@code CWE-798}. */
  public static Optional<Weakness> find(String id) {
    return Optional.ofNullable(Table.ALL.get(id));
  }

  /** Id and name, of an id alone where this program does not know it. */
  public static String title(String id) {
    return find(id).map(weakness -> weakness.id() + " " + weakness.name()).orElse(id);
  }
}
