package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that was taken out of one side.
 *
 * @param what name of the field or place: {@code gzip mtime}
 * @param value what stood there, shown and compared
 * @param parts of which the value is made, by name; those that differ are shown as well
 */
public record Trait(Equivalence kind, String what, String value, SortedMap<String, String> parts) {
  public Trait {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  public Trait(Equivalence kind, String what, String value) {
    this(kind, what, value, Collections.emptySortedMap());
  }
}
