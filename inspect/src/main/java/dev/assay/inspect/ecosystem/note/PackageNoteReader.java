package dev.assay.inspect.ecosystem.note;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The packages that the programs and libraries of a root say they were built for, but for those
 * that are installed by that name, or from that source, without a list of files: they have
 * components.
 */
public final class PackageNoteReader implements DependencyReader {
  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    Set<String> installed = Owned.of(root).unlisted();
    List<Dependency> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      node.facts(PackageNotesFacts.class)
          .ifPresent(
              facts -> {
                facts.notes().stream()
                    .filter(note -> !installed.contains(note.name()))
                    .forEach(note -> found.add(note.dependency(node)));
                facts.failures().forEach(each -> problems.accept(node, each.problem()));
              });
    }
    return found;
  }
}
