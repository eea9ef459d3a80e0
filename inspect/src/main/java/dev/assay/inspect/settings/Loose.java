package dev.assay.inspect.settings;

import dev.assay.inspect.Draft;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Files that more accounts can read or change than should. */
public final class Loose {
  private Loose() {}

  /** Those that others than root may change, in order; says so for the fact. */
  public static List<String> writable(String fact, Collection<Node> files, Draft draft) {
    return of(
        fact,
        files,
        node ->
            (node.mode() & 02) != 0
                || (node.mode() & 020) != 0 && node.owner().gid() != 0
                || node.owner().uid() != 0,
        draft);
  }

  /** Those that every account may read, in order; says so for the fact. */
  public static List<String> readable(String fact, Collection<Node> files, Draft draft) {
    return of(fact, files, node -> (node.mode() & 04) != 0, draft);
  }

  private static List<String> of(
      String fact, Collection<Node> files, Predicate<Node> loose, Draft draft) {
    List<Node> found =
        files.stream().filter(Node::isFile).filter(loose).distinct().limit(100).toList();
    for (int i = 0; i < found.size(); i++) {
      Node node = found.get(i);
      draft.seen(
          fact + "[" + i + "]",
          node.whole("mode " + Integer.toOctalString(node.mode()) + " " + node.owner()));
    }
    if (found.isEmpty()) {
      files.stream()
          .findFirst()
          .ifPresent(
              node ->
                  draft.seen(
                      fact, Evidence.whole(node.path(), files.size() + " files were looked at")));
    }
    return found.stream().map(Node::inRoot).toList();
  }
}
