package dev.assay.inspect.match;

import java.util.List;
import java.util.Set;

/**
 * What one pass over a content noticed.
 *
 * @param hits signatures that matched
 * @param markers those of {@link Signatures#with markers} that occur, in either case
 */
public record Found(List<Hit> hits, Set<String> markers) {
  public static final Found NOTHING = new Found(List.of(), Set.of());

  public Found {
    hits = List.copyOf(hits);
    markers = Set.copyOf(markers);
  }
}
