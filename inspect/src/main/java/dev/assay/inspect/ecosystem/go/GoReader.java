package dev.assay.inspect.ecosystem.go;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The modules in the Go programs of a root, and the standard library they were built with; those
 * that {@code go.mod} and {@code go.sum} name, and those whose sources were vendored.
 */
public final class GoReader implements DependencyReader {
  @Override
  public List<String> reads() {
    return List.of(GoMod.FILE, GoSum.FILE, GoVendored.FILE);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      node.facts(GoBuildFacts.class).ifPresent(facts -> read(node, facts, found));
    }
    Map<String, SourceFile> sums =
        DependencyFiles.ending(root, GoSum.FILE).stream()
            .collect(Collectors.toMap(GoReader::folder, file -> file, (one, again) -> one));
    for (SourceFile file : DependencyFiles.ending(root, GoMod.FILE)) {
      required(file, Optional.ofNullable(sums.get(folder(file))), found);
    }
    for (SourceFile file : DependencyFiles.ending(root, GoVendored.FILE)) {
      GoVendored.modules(file).forEach(each -> add(each, Dependency.INSTALLED, file, found));
    }
    return found;
  }

  private static String folder(SourceFile file) {
    return file.node().inRoot().substring(0, file.node().inRoot().lastIndexOf('/') + 1);
  }

  private static void required(SourceFile file, Optional<SourceFile> sums, List<Dependency> found) {
    GoMod mod = GoMod.of(file);
    mod.modules().forEach(each -> add(each, Dependency.LOCKED, file, found));
    if (sums.isPresent() && !mod.isComplete()) {
      GoSum.newest(sums.get()).stream()
          .filter(each -> !mod.requires(each.module().path()))
          .flatMap(each -> mod.inPlaceOf(each).stream())
          .forEach(each -> add(each, Dependency.LOCKED, sums.get(), found));
    }
  }

  private static void add(
      GoMod.Named named, String declaredBy, SourceFile file, List<Dependency> found) {
    GoModule module = named.module();
    found.add(
        Dependency.slashed(
            "golang",
            module.path(),
            module.version(),
            "",
            declaredBy,
            file.node(),
            file.at(named.line())));
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
