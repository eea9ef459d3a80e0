package dev.assay.inspect.ecosystem.python;

import dev.assay.formats.json.Json;
import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;

/**
 * Reads the lock files of Pipenv ({@code Pipfile.lock}), Poetry ({@code poetry.lock}) and uv
 * ({@code uv.lock}), without what they tell is for development only; uv does not tell. What comes
 * from a folder, an address or a repository of sources is not the distribution of that name on an
 * index, so it is left out.
 */
final class PythonLock {
  static final String PIPENV = "Pipfile.lock";
  static final String POETRY = "poetry.lock";
  static final String UV = "uv.lock";

  private static final String PINNED = "==";

  private PythonLock() {}

  static void pipenv(SourceFile file, Json lock, List<Dependency> found) {
    if (lock.get("default") instanceof Json.Members(var packages)) {
      packages.forEach(
          (name, entry) -> {
            String version = entry.get("version").text();
            if (version.startsWith(PINNED)) {
              add(name, version.substring(PINNED.length()).strip(), file, found);
            }
          });
    }
  }

  static void poetry(SourceFile file, Json lock, List<Dependency> found) {
    for (Json each : lock.get("package").items()) {
      // An index that is not PyPI is of the type "legacy".
      String source = each.get("source").get("type").text();
      if ((source.isEmpty() || source.equals("legacy")) && !isForDevelopment(each)) {
        add(each, file, found);
      }
    }
  }

  static void uv(SourceFile file, Json lock, List<Dependency> found) {
    for (Json each : lock.get("package").items()) {
      if (!each.get("source").get("registry").text().isEmpty()) {
        add(each, file, found);
      }
    }
  }

  /** Poetry names the groups since 2.0 and one category before 1.5; between, it tells nothing. */
  private static boolean isForDevelopment(Json entry) {
    List<Json> groups = entry.get("groups").items();
    return entry.get("category").text().equals("dev")
        || !groups.isEmpty() && groups.stream().noneMatch(group -> group.text().equals("main"));
  }

  private static void add(Json entry, SourceFile file, List<Dependency> found) {
    add(entry.get("name").text(), entry.get("version").text(), file, found);
  }

  private static void add(String name, String version, SourceFile file, List<Dependency> found) {
    found.add(
        new Dependency(
            "pypi",
            "",
            PythonName.of(name),
            version,
            "",
            Dependency.LOCKED,
            file.node(),
            file.whole(name + " " + version)));
  }
}
