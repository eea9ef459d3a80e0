package dev.assay.inspect.ecosystem;

import dev.assay.inspect.Tree;
import java.util.List;

/** Package URLs of the dependencies that are found in a tree, in order. */
final class Purls {
  private Purls() {}

  static List<String> purls(Tree tree) {
    return tree.all("dependency").stream().map(each -> each.component().purl()).sorted().toList();
  }
}
