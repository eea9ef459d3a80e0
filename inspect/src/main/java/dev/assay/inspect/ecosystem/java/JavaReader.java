package dev.assay.inspect.ecosystem.java;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads Java archives. A shaded archive carries the {@code pom.properties} of all that went into
 * it; each is a package, under the licences of the {@code pom.xml} beside. An archive without any
 * is known by its manifest and, for what that does not tell, by the name of its file, under a
 * generic name, since neither tells the Maven group. What archives do not tell of, well-known
 * classes may: {@link Taken}.
 */
public final class JavaReader implements DependencyReader {
  private static final String POM = "META-INF/maven/*/*/pom.properties";
  private static final String PROJECT = "META-INF/maven/*/*/pom.xml";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  @Override
  public List<String> reads() {
    return List.of(POM, PROJECT, MANIFEST);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> told = new HashSet<>();
    Map<String, String> licenses = new HashMap<>();
    for (SourceFile project : DependencyFiles.ending(root, PROJECT)) {
      licenses.put(folder(project), Licenses.of(project));
    }
    for (SourceFile pom : DependencyFiles.ending(root, POM)) {
      named.add(archive(pom));
      String folder = folder(pom);
      pom(pom, licenses.getOrDefault(folder, ""), found);
      told.add(Taken.key(archive(pom), folder.substring(folder.lastIndexOf('/') + 1)));
    }
    named.addAll(Taken.read(root, told, found));
    for (SourceFile manifest : DependencyFiles.ending(root, MANIFEST)) {
      if (!named.contains(archive(manifest))) {
        manifest(manifest, found);
      }
    }
    return found;
  }

  /** Path of the archive or folder that META-INF is in. */
  private static String archive(SourceFile file) {
    String path = file.node().path();
    return path.substring(0, path.lastIndexOf("META-INF/"));
  }

  private static String fileName(String archive) {
    String path = archive.endsWith("!/") ? archive.substring(0, archive.length() - 2) : "";
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String folder(SourceFile file) {
    String path = file.node().path();
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static void pom(SourceFile file, String license, List<Dependency> found) {
    Map<String, String> values = new HashMap<>();
    Line versionLine = new Line(1, "");
    for (Line line : file.lines()) {
      int equals = line.text().indexOf('=');
      if (equals > 0 && !line.text().startsWith("#")) {
        String key = line.text().substring(0, equals).strip();
        values.put(key, line.text().substring(equals + 1).strip());
        versionLine = key.equals("version") ? line : versionLine;
      }
    }
    String artifact = values.getOrDefault("artifactId", "");
    if (!artifact.isEmpty()) {
      found.add(
          new Dependency(
              "maven",
              values.getOrDefault("groupId", ""),
              artifact,
              values.getOrDefault("version", ""),
              license,
              Dependency.INSTALLED,
              file.node(),
              file.at(versionLine)));
    }
  }

  private static void manifest(SourceFile file, List<Dependency> found) {
    Map<String, String> values = attributes(file);
    String name =
        values
            .getOrDefault(
                "Bundle-SymbolicName",
                values.getOrDefault(
                    "Implementation-Title", values.getOrDefault("Automatic-Module-Name", "")))
            .split(";", 2)[0]
            .strip();
    String version =
        values.getOrDefault("Bundle-Version", values.getOrDefault("Implementation-Version", ""));
    Optional<ArchiveName> named = ArchiveName.of(fileName(archive(file)));
    if (name.isEmpty()) {
      name = named.map(ArchiveName::name).orElse("");
    }
    if (version.isEmpty()) {
      version = named.map(ArchiveName::version).orElse("");
    }
    if (!name.isEmpty() && !version.isEmpty()) {
      found.add(
          new Dependency(
              "generic",
              "",
              name,
              version,
              values.getOrDefault("Bundle-License", ""),
              Dependency.INSTALLED,
              file.node(),
              file.whole(name + " " + version)));
    }
  }

  /** The main attributes: up to the first empty line; a leading blank continues a line. */
  private static Map<String, String> attributes(SourceFile file) {
    Map<String, String> values = new HashMap<>();
    String key = "";
    StringBuilder value = new StringBuilder();
    for (Line line : file.lines()) {
      String text = line.text();
      if (text.startsWith(" ")) {
        value.append(text, 1, text.length());
        continue;
      }
      values.putIfAbsent(key, value.toString());
      value.setLength(0);
      int colon = text.indexOf(':');
      if (colon < 0) {
        return values;
      }
      key = text.substring(0, colon);
      value.append(text.substring(colon + 1).strip());
    }
    values.putIfAbsent(key, value.toString());
    return values;
  }
}
