package dev.assay.inspect.ecosystem.rust;

import dev.assay.formats.json.Json;
import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code Cargo.lock}, versions 1 to 4. Only crates of crates.io bear the names that its
 * package URLs mean; those without a source are the project's own. The file holds what any target,
 * feature or test may need, and does not tell which.
 */
final class CargoLock {
  static final String FILE = "Cargo.lock";

  /** As Cargo writes the index, by Git and by HTTP. */
  private static final Set<String> CRATES_IO =
      Set.of(
          "registry+https://github.com/rust-lang/crates.io-index",
          "sparse+https://index.crates.io/");

  private CargoLock() {}

  static void read(SourceFile file, Json lock, List<Dependency> found) {
    for (Json each : lock.get("package").items()) {
      String name = each.get("name").text();
      String version = each.get("version").text();
      if (CRATES_IO.contains(each.get("source").text())) {
        found.add(
            new Dependency(
                "cargo",
                "",
                name,
                version,
                "",
                Dependency.LOCKED,
                file.node(),
                file.whole(name + " " + version)));
      }
    }
  }
}
