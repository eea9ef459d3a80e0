package dev.assay.inspect.ecosystem.go;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The modules in the Go programs of a root, and the standard library they were built with. */
public final class GoReader implements DependencyReader {
  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      node.facts(GoBuildFacts.class).ifPresent(facts -> read(node, facts, found));
    }
    return found;
  }

  private static void read(Node node, GoBuildFacts facts, List<Dependency> found) {
    String toolchain = facts.goVersion().split(" ", 2)[0];
    if (toolchain.startsWith("go")) {
      add(node, "stdlib", toolchain.substring("go".length()), found);
    }
    for (GoModule module : facts.modules()) {
      String version = module.version().equals("(devel)") ? "" : module.version();
      add(node, module.path(), version, found);
    }
  }

  private static void add(Node node, String path, String version, List<Dependency> found) {
    found.add(
        Dependency.slashed(
            "golang",
            path,
            version,
            "",
            Dependency.BUILT,
            node,
            node.whole("Go build information: " + path + " " + version)));
  }
}
