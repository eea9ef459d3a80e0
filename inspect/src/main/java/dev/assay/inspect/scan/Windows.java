package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.inspect.match.Found;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where members of a content lie in it as they are. */
final class Windows {
  /** By start, in bytes; none overlaps or touches another. */
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  private Windows() {}

  static Windows of(List<Entry> members, Bytes whole) {
    Windows windows = new Windows();
    for (Entry member : members) {
      member
          .content()
          .flatMap(Content::window)
          .ifPresent(
              window ->
                  window
                      .offsetIn(whole)
                      .ifPresent(start -> windows.add(start, start + window.size())));
    }
    return windows;
  }

  private void add(long from, long to) {
    long start = from;
    long end = to;
    for (Map.Entry<Long, Long> near = ends.floorEntry(end);
        near != null && near.getValue() >= start;
        near = ends.floorEntry(end)) {
      start = Math.min(start, near.getKey());
      end = Math.max(end, near.getValue());
      ends.remove(near.getKey());
    }
    ends.put(start, end);
  }

  private boolean hold(long offset) {
    Map.Entry<Long, Long> before = ends.floorEntry(offset);
    return before != null && offset < before.getValue();
  }

  /** What was found between the members; what lies in one is found there. */
  Found between(Found found) {
    return new Found(
        found.hits().stream().filter(hit -> !hold(hit.offset())).toList(), found.markers());
  }
}
