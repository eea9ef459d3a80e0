package dev.assay.inspect.tree;

import dev.assay.model.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files of a root that hold more than some reader looks at. Any number of threads may add to
 * it; of several reasons for one file the first in order of text stays.
 */
public final class CutFiles {
  private final Map<String, CutFile> all = new ConcurrentSkipListMap<>();

  void add(Node file, String more) {
    CutFile cut = new CutFile(file, new Problem("limit.read", -1, more + "; not evaluated"));
    all.merge(
        file.path(),
        cut,
        (one, other) ->
            one.problem().message().compareTo(other.problem().message()) <= 0 ? one : other);
  }

  /** In order of path. */
  Collection<CutFile> all() {
    return all.values();
  }
}
