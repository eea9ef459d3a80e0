package dev.assay.inspect.ecosystem.php;

import dev.assay.formats.json.Json;
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
import java.util.stream.Collectors;

/**
 * Reads {@code installed.json} of Composer 1 (an array) and 2 (an object with packages), and {@code
 * composer.lock} without what is for development.
 */
public final class ComposerReader implements DependencyReader {
  private static final String INSTALLED = "composer/installed.json";
  private static final String LOCK = "composer.lock";

  @Override
  public List<String> reads() {
    return List.of(INSTALLED, LOCK);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (SourceFile file : DependencyFiles.ending(root, INSTALLED)) {
      Json json = DependencyFiles.json(file, problems);
      List<Json> packages = json.items().isEmpty() ? json.get("packages").items() : json.items();
      packages.forEach(each -> add(each, Dependency.INSTALLED, file, found));
    }
    for (SourceFile file : DependencyFiles.ending(root, LOCK)) {
      List<Json> packages = DependencyFiles.json(file, problems).get("packages").items();
      packages.forEach(each -> add(each, Dependency.LOCKED, file, found));
    }
    return found;
  }

  private static void add(Json entry, String declaredBy, SourceFile file, List<Dependency> found) {
    String name = entry.get("name").text();
    String version = entry.get("version").text();
    if (!name.isEmpty()) {
      found.add(
          Dependency.slashed(
              "composer",
              name,
              version.matches("v[0-9].*") ? version.substring(1) : version,
              entry.get("license").items().stream()
                  .map(Json::text)
                  .collect(Collectors.joining(" OR ")),
              declaredBy,
              file.node(),
              file.whole(name + " " + version)));
    }
  }
}
