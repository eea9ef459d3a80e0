package dev.assay.inspect.ecosystem;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.List;

/**
 * What the metadata of one installed package says, taken line by line; the first statement counts.
 */
public final class Stated {
  private final SourceFile file;
  private String name = "";
  private String version = "";
  private String license = "";
  private Line where = new Line(1, "");

  public Stated(SourceFile file) {
    this.file = file;
  }

  public void name(String value) {
    name = name.isEmpty() ? value : name;
  }

  public void version(String value, Line line) {
    if (version.isEmpty()) {
      version = value;
      where = line;
    }
  }

  public void license(String value) {
    license = license.isEmpty() ? value : license;
  }

  /** Adds the package, if the metadata names one. */
  public void addTo(List<Dependency> found, String type) {
    if (!name.isEmpty()) {
      found.add(
          new Dependency(
              type, "", name, version, license, Dependency.INSTALLED, file.node(), file.at(where)));
    }
  }
}
