package dev.assay.inspect.ecosystem.aar;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the Android build leaves of libraries: {@code META-INF/GROUP_ARTIFACT.version} in apps
 * and archives, whose content is the version; and the manifests of AAR archives. A manifest tells
 * the package of the library, not its Maven group, so it is known under a generic name; its version
 * stands there or in the name of the archive.
 */
public final class AarReader implements DependencyReader {
  private static final String VERSION = "META-INF/*_*.version";
  private static final String MANIFEST = "AndroidManifest.xml";

  private static final Pattern NUMBER = Pattern.compile("[0-9][A-Za-z0-9.+_-]{0,60}");
  private static final Pattern PACKAGE =
      Pattern.compile(
          "<manifest\\b[^>]{0,4000}?\\spackage\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_.]{1,200})[\"']");
  private static final Pattern VERSION_NAME =
      Pattern.compile(
          "<manifest\\b[^>]{0,4000}?\\sandroid:versionName\\s{0,9}=\\s{0,9}[\"']([^\"'@]{1,60})[\"']");

  /** {@code okhttp-3.12.1.aar}. */
  private static final Pattern NAMED = Pattern.compile("-([0-9][A-Za-z0-9._]{0,60})\\.aar$");

  @Override
  public List<String> reads() {
    return List.of(VERSION, MANIFEST);
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    DependencyFiles.ending(root, VERSION).forEach(file -> versionFile(file, found));
    if (root.path().endsWith(".aar")) {
      root.file(MANIFEST).ifPresent(file -> manifest(file, root.path(), found));
    }
    return found;
  }

  /**
   * {@code androidx.core_core.version}; the placeholder of a build that did not know is no version.
   */
  private static void versionFile(SourceFile file, List<Dependency> found) {
    String name = file.node().name();
    int cut = name.indexOf('_');
    String version = file.text().strip();
    if (cut > 0 && cut < name.length() - ".version".length() - 1) {
      String known = NUMBER.matcher(version).matches() ? version : "";
      add(
          "maven",
          name.substring(0, cut),
          name.substring(cut + 1, name.length() - ".version".length()),
          known,
          file,
          found);
    }
  }

  private static void manifest(SourceFile file, String archive, List<Dependency> found) {
    Optional<String> name = first(PACKAGE, file.text());
    String version = first(VERSION_NAME, file.text()).or(() -> first(NAMED, archive)).orElse("");
    name.ifPresent(known -> add("generic", "", known, version, file, found));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void add(
      String type,
      String group,
      String name,
      String version,
      SourceFile file,
      List<Dependency> found) {
    found.add(
        new Dependency(
            type,
            group,
            name,
            version,
            "",
            Dependency.BUILT,
            file.node(),
            file.whole(name + " " + version)));
  }
}
