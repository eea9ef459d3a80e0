package dev.assay.inspect.ecosystem.npm;

import dev.assay.formats.json.Json;
import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads installed Node packages and the lock files of npm (lockfileVersion 1 to 3), Yarn and pnpm.
 * Packages that are for development only are left out where the lock file says so.
 */
public final class NpmReader implements DependencyReader {
  /** npm's folder, and that of Debian's packages (its Policy for Node.js modules). */
  private static final List<String> INSTALLED =
      List.of(
          "node_modules/*/package.json",
          "node_modules/*/*/package.json",
          "usr/share/nodejs/*/package.json",
          "usr/share/nodejs/*/*/package.json");

  private static final String PACKAGE = "package.json";

  private static final List<String> LOCKS = List.of("package-lock.json", "npm-shrinkwrap.json");
  private static final String FOLDER = "node_modules/";
  private static final String DEBIAN = "usr/share/nodejs/";

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(INSTALLED);
    reads.add(PACKAGE);
    reads.addAll(LOCKS);
    reads.addAll(List.of(YarnLock.FILE, PnpmLock.FILE));
    return List.copyOf(reads);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (String pattern : INSTALLED) {
      for (SourceFile file : DependencyFiles.ending(root, pattern)) {
        installed(file, DependencyFiles.json(file, problems), found);
      }
    }
    applications(root, problems, found);
    for (String pattern : LOCKS) {
      for (SourceFile file : DependencyFiles.ending(root, pattern)) {
        locked(file, DependencyFiles.json(file, problems), found);
      }
    }
    DependencyFiles.ending(root, YarnLock.FILE).forEach(file -> YarnLock.read(file, found));
    DependencyFiles.ending(root, PnpmLock.FILE).forEach(file -> PnpmLock.read(file, found));
    return found;
  }

  /** Only what lies where its name says: packages hold further package.json files of no meaning. */
  private static void installed(SourceFile file, Json json, List<Dependency> found) {
    String name = json.get("name").text();
    String folder = file.node().inRoot();
    folder = folder.substring(0, folder.lastIndexOf('/'));
    if (!name.isEmpty() && (folder.endsWith(FOLDER + name) || folder.endsWith(DEBIAN + name))) {
      add(name, json, Dependency.INSTALLED, file, found);
    }
  }

  /**
   * Packages that were unpacked, not installed: an application, or the archive that npm publishes.
   * Below one, further files of that name are its own affair.
   */
  private static void applications(
      Root root, BiConsumer<Node, Problem> problems, List<Dependency> found) {
    List<SourceFile> files =
        DependencyFiles.ending(root, PACKAGE).stream()
            .filter(file -> !isInstalled(file.node().inRoot()))
            .sorted(Comparator.comparing(file -> folder(file.node().inRoot())))
            .toList();
    String above = null;
    for (SourceFile file : files) {
      String folder = folder(file.node().inRoot());
      if (above != null && folder.startsWith(above)) {
        continue;
      }
      Json json = DependencyFiles.json(file, problems);
      String name = json.get("name").text();
      if (!name.isEmpty() && !json.get("version").text().isEmpty()) {
        add(name, json, Dependency.INSTALLED, file, found);
        above = folder;
      }
    }
  }

  private static boolean isInstalled(String path) {
    return ("/" + path).contains("/" + FOLDER) || ("/" + path).contains("/" + DEBIAN);
  }

  /** With its slash, so that one folder's name never begins another's path. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static void locked(SourceFile file, Json json, List<Dependency> found) {
    if (json.get("packages") instanceof Json.Members(var packages)) {
      packages.forEach(
          (path, entry) -> {
            int at = path.lastIndexOf(FOLDER);
            if (at >= 0 && !entry.get("dev").text().equals("true")) {
              add(path.substring(at + FOLDER.length()), entry, Dependency.LOCKED, file, found);
            }
          });
    } else {
      nested(json.get("dependencies"), file, found);
    }
  }

  /** Version 1 nests; no deeper than JSON may. */
  private static void nested(Json dependencies, SourceFile file, List<Dependency> found) {
    if (dependencies instanceof Json.Members(var entries)) {
      entries.forEach(
          (name, entry) -> {
            if (!entry.get("dev").text().equals("true")) {
              add(name, entry, Dependency.LOCKED, file, found);
              nested(entry.get("dependencies"), file, found);
            }
          });
    }
  }

  private static void add(
      String name, Json entry, String declaredBy, SourceFile file, List<Dependency> found) {
    String version = entry.get("version").text();
    // A version of the lock file may be an address instead.
    String clean = version.contains(":") || version.contains("/") ? "" : version;
    Json license = entry.get("license");
    found.add(
        Dependency.slashed(
            "npm",
            name,
            clean,
            license.text().isEmpty() ? license.get("type").text() : license.text(),
            declaredBy,
            file.node(),
            file.whole(name + " " + version)));
  }
}
