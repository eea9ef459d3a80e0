package dev.assay.compare;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bytes of a container that belong to none of its members. */
final class Uncovered {
  private Uncovered() {}

  private record Range(long start, long end) {}

  /**
   * Whether they are the same on both sides. False where a member is not a part of its container,
   * so that it cannot be told.
   */
  static boolean same(Bytes left, List<Entry> lefts, Bytes right, List<Entry> rights) {
    Optional<List<Bytes>> before = of(left, lefts);
    Optional<List<Bytes>> after = of(right, rights);
    if (before.isEmpty() || after.isEmpty() || before.get().size() != after.get().size()) {
      return false;
    }
    for (int i = 0; i < before.get().size(); i++) {
      if (!Same.bytes(before.get().get(i), after.get().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<List<Bytes>> of(Bytes container, List<Entry> members) {
    List<Range> taken = new ArrayList<>();
    for (Entry member : members) {
      Optional<Bytes> window = member.content().flatMap(Content::window);
      OptionalLong start =
          window.map(part -> part.offsetIn(container)).orElse(OptionalLong.empty());
      if (start.isPresent()) {
        taken.add(new Range(start.getAsLong(), start.getAsLong() + window.orElseThrow().size()));
      } else if (member.content().isPresent() && member.content().get().size() > 0) {
        return Optional.empty();
      }
    }
    taken.sort(Comparator.comparingLong(Range::start).thenComparingLong(Range::end));
    List<Bytes> between = new ArrayList<>();
    long at = 0;
    for (Range range : taken) {
      between.add(container.slice(at, Math.max(0, range.start() - at)));
      at = Math.max(at, range.end());
    }
    between.add(container.from(at));
    return Optional.of(between);
  }
}
