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
import java.util.function.BiConsumer;

/** Reads core metadata (PyPA core-metadata specification) of installed wheels and eggs. */
public final class PythonReader implements DependencyReader {
  private static final List<String> FILES =
      List.of("*.dist-info/METADATA", "*.egg-info/PKG-INFO", "EGG-INFO/PKG-INFO", "*.egg-info");

  @Override
  public List<String> reads() {
    return FILES;
  }

  @Override
  public List<Dependency> read(Root root, BiConsumer<Node, Problem> problems) {
    List<Dependency> found = new ArrayList<>();
    for (String pattern : FILES) {
      for (SourceFile file : DependencyFiles.ending(root, pattern)) {
        read(file, found);
      }
    }
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
        // PEP 503: the name by which packages are looked up
        case "name" -> stated.name(value.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-"));
        case "version" -> stated.version(value, line);
        case "license-expression" -> stated.license(value);
        case "license" -> stated.license(value.equals("UNKNOWN") ? "" : value);
        default -> {}
      }
    }
    stated.addTo(found, "pypi");
  }
}
