package dev.assay.inspect.bytecode;

import dev.assay.inspect.packages.FileUrl;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What classes are part of: an archive, else the folder that their packages begin in.
 *
 * @param path of it in the root file system
 * @param where path of it in the product
 * @param archive empty for a folder
 */
record Unit(String path, String where, Optional<Node> archive) {
  /** Folders of an archive whose classes are looked for as if they lay at its top. */
  private static final Pattern TOP =
      Pattern.compile("(?:(?:WEB-INF|BOOT-INF)/classes|META-INF/versions/[0-9]+)?");

  static Unit of(Root root, Node node, ClassContent content) {
    String folder = folder(node.inRoot(), content.name() + ".class");
    if (root.opened().isPresent() && TOP.matcher(folder).matches()) {
      Node archive = root.opened().get();
      return new Unit(archive.inRoot(), archive.path(), root.opened());
    }
    String top = node.path().substring(0, node.path().length() - node.inRoot().length());
    return new Unit(folder, top + folder, Optional.empty());
  }

  private static String folder(String path, String file) {
    if (path.equals(file)) {
      return "";
    }
    return path.endsWith("/" + file)
        ? path.substring(0, path.length() - file.length() - 1)
        : path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  String name() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? "/" : name;
  }

  /** What tells its component from others. */
  String id() {
    return archive.isPresent() ? where : where + "#java";
  }

  /** Whether a file of its root belongs to it. */
  boolean holds(Node node) {
    return archive.isPresent() || path.isEmpty() || node.inRoot().startsWith(path + "/");
  }

  String purl(Root root, List<Part> parts) {
    return archive
        .map(node -> FileUrl.of(root, node))
        .orElseGet(() -> FileUrl.ofFolder(root, parts.getFirst().node(), path));
  }

  /** The archive, or of the classes one that anyone may change, else the first. */
  Node placed(List<Part> parts) {
    return archive.orElseGet(
        () -> parts.stream().filter(Part::isOpen).findFirst().orElse(parts.getFirst()).node());
  }
}
