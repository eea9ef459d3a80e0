package dev.assay.inspect.ecosystem.note;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The packages that the programs and libraries of a root say they were built for. */
public final class PackageNoteReader implements DependencyReader {
  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      node.facts(PackageNotesFacts.class)
          .ifPresent(
              facts -> {
                facts.notes().forEach(note -> found.add(note.dependency(node)));
                facts.failures().forEach(each -> problems.accept(node, each.problem()));
              });
    }
    return found;
  }
}
