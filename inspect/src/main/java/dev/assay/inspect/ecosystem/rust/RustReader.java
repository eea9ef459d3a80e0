package dev.assay.inspect.ecosystem.rust;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The crates in the Rust programs of a root, and those that Cargo's lock files name. */
public final class RustReader implements DependencyReader {
  @Override
  public List<String> reads() {
    return List.of(CargoLock.FILE);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      node.facts(RustAuditFacts.class)
          .ifPresent(facts -> facts.crates().forEach(crate -> found.add(dependency(node, crate))));
    }
    for (SourceFile file : DependencyFiles.ending(root, CargoLock.FILE)) {
      CargoLock.read(file, DependencyFiles.toml(file, problems), found);
    }
    return found;
  }

  private static Dependency dependency(Node node, RustCrate crate) {
    return new Dependency(
        "cargo",
        "",
        crate.name(),
        crate.version(),
        "",
        Dependency.BUILT,
        node,
        node.whole("Rust audit data: " + crate.name() + " " + crate.version()));
  }
}
