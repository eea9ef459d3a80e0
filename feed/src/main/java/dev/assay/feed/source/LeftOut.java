package dev.assay.feed.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that came along in a folder or an archive and hold no vulnerability data, such as the
 * checksums and signatures beside CSAF documents.
 *
 * @param count how many
 * @param names the first of them, in the order they were read
 */
public record LeftOut(long count, List<String> names) {
  /** More than that are counted, not listed. */
  public static final int MOST_LISTED = 100;

  public static final LeftOut NONE = new LeftOut(0, List.of());

  LeftOut with(String name) {
    if (names.size() == MOST_LISTED) {
      return new LeftOut(count + 1, names);
    }
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new LeftOut(count + 1, List.copyOf(more));
  }
}
