package dev.assay.inspect.ecosystem;

import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import dev.assay.formats.toml.Toml;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.PathPattern;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The kept files of a root, archives inside it included, whose path ends as a pattern says. */
public final class DependencyFiles {
  private DependencyFiles() {}

  public static List<SourceFile> ending(Root root, String pattern) {
    PathPattern end = PathPattern.of(pattern);
    List<SourceFile> found = new ArrayList<>();
    for (Node node : root.nodes()) {
      if (node.isFile() && node.kept().isPresent() && end.matchesEnd(node.inRoot())) {
        found.add(root.source(node).orElseThrow());
      }
    }
    return found;
  }

  /** The JSON of a file, or nothing where it is none, which is a problem. */
  public static Json json(SourceFile file, BiConsumer<Node, Problem> problems) {
    return read(Json::parse, file, problems);
  }

  /** The TOML of a file, or nothing where it is none, which is a problem. */
  public static Json toml(SourceFile file, BiConsumer<Node, Problem> problems) {
    return read(Toml::parse, file, problems);
  }

  private static Json read(
      Function<byte[], Json> syntax, SourceFile file, BiConsumer<Node, Problem> problems) {
    try {
      return syntax.apply(file.bytes());
    } catch (Malformed damaged) {
      problems.accept(file.node(), damaged.problem());
      return Json.nothing();
    }
  }
}
