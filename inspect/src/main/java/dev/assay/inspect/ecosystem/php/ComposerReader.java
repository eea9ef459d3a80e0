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

/** Reads {@code installed.json} of Composer 1 (an array) and 2 (an object with packages). */
public final class ComposerReader implements DependencyReader {
  private static final String FILE = "composer/installed.json";

  @Override
  public List<String> reads() {
    return List.of(FILE);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (SourceFile file : DependencyFiles.ending(root, FILE)) {
      Json json = DependencyFiles.json(file, problems);
      List<Json> packages = json.items().isEmpty() ? json.get("packages").items() : json.items();
      packages.forEach(each -> add(each, file, found));
    }
    return found;
  }

  private static void add(Json entry, SourceFile file, List<Dependency> found) {
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
              Dependency.INSTALLED,
              file.node(),
              file.whole(name + " " + version)));
    }
  }
}
