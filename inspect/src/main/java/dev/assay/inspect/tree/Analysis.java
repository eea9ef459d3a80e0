package dev.assay.inspect.tree;

import dev.assay.inspect.match.Hit;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What one content is, whatever places it occurs in.
 *
 * @param sha256 hex; empty for what has no content
 * @param size bytes
 * @param type media type
 * @param opened whether it is a container whose members are in the tree
 * @param problems of the content itself
 * @param facts records of content inspectors
 * @param hits signatures that matched
 */
public record Analysis(
    String sha256,
    long size,
    String type,
    boolean opened,
    List<Problem> problems,
    List<Record> facts,
    List<Hit> hits) {
  public Analysis {
    problems = List.copyOf(problems);
    facts = List.copyOf(facts);
    hits = List.copyOf(hits);
  }

  /** Of a directory, link or device. */
  public static Analysis none(String type) {
    return new Analysis("", 0, type, false, List.of(), List.of(), List.of());
  }

  public <F extends Record> Optional<F> facts(Class<F> wanted) {
    for (Record record : facts) {
      if (wanted.isInstance(record)) {
        return Optional.of(wanted.cast(record));
      }
    }
    return Optional.empty();
  }
}
