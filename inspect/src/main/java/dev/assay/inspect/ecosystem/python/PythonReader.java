package dev.assay.inspect.ecosystem.python;

import dev.assay.inspect.ecosystem.Dependency;
import dev.assay.inspect.ecosystem.DependencyFiles;
import dev.assay.inspect.ecosystem.DependencyReader;
import dev.assay.inspect.ecosystem.Stated;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads core metadata (PyPA core-metadata specification) of installed wheels and eggs, and what
 * lock files and requirements name. A requirement that leaves the version open tells nothing of a
 * distribution that is there in a known one.
 */
public final class PythonReader implements DependencyReader {
  private static final List<String> INSTALLED =
      List.of("*.dist-info/METADATA", "*.egg-info/PKG-INFO", "EGG-INFO/PKG-INFO", "*.egg-info");

  @Override
  public List<String> reads() {
    return Stream.concat(
            INSTALLED.stream(),
            Stream.of(PythonLock.PIPENV, PythonLock.POETRY, PythonLock.UV, Requirements.FILE))
        .toList();
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (String pattern : INSTALLED) {
      for (SourceFile file : DependencyFiles.ending(root, pattern)) {
        read(file, found);
      }
    }
    for (SourceFile file : DependencyFiles.ending(root, PythonLock.PIPENV)) {
      PythonLock.pipenv(file, DependencyFiles.json(file, problems), found);
    }
    for (SourceFile file : DependencyFiles.ending(root, PythonLock.POETRY)) {
      PythonLock.poetry(file, DependencyFiles.toml(file, problems), found);
    }
    for (SourceFile file : DependencyFiles.ending(root, PythonLock.UV)) {
      PythonLock.uv(file, DependencyFiles.toml(file, problems), found);
    }
    List<Dependency> required = new ArrayList<>();
    DependencyFiles.ending(root, Requirements.FILE)
        .forEach(file -> Requirements.read(file, required));
    Set<String> known =
        Stream.concat(found.stream(), required.stream())
            .filter(each -> !each.version().isEmpty())
            .map(Dependency::name)
            .collect(Collectors.toSet());
    required.removeIf(each -> each.version().isEmpty() && known.contains(each.name()));
    found.addAll(required);
    return found;
  }

  private static void read(SourceFile file, List<Dependency> found) {
    Stated stated = new Stated(file);
    for (Line line : file.lines()) {
      String text = line.text();
      if (text.isBlank()) {
        break; // the description follows
      }
      int colon = text.indexOf(':');
      String value = colon < 0 ? "" : text.substring(colon + 1).strip();
      switch (colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "name" -> stated.name(PythonName.of(value));
        case "version" -> stated.version(value, line);
        case "license-expression" -> stated.license(value);
        case "license" -> stated.license(value.equals("UNKNOWN") ? "" : value);
        default -> {}
      }
    }
    stated.addTo(found, "pypi");
  }
}
