package dev.assay.inspect.ecosystem;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.PathPattern;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** The kept files of a root, archives inside it included, whose path ends as a pattern says. */
public final class DependencyFiles {
  private DependencyFiles() {}

  public static List<SourceFile> ending(Root root, String pattern) {
    PathPattern end = PathPattern.of(pattern);
    List<SourceFile> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      if (node.isFile() && node.kept().isPresent() && end.matchesEnd(node.inRoot())) {
        found.add(new SourceFile(node, node.kept().get()));
      }
    }
    return found;
  }
}
