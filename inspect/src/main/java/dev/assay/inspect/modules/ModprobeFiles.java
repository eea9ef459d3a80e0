package dev.assay.inspect.modules;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files of a directory that exists below several others: a name in an earlier one hides the same in
 * later ones (modprobe.d(5), modules-load.d(5)).
 */
final class ModprobeFiles {
  static final List<String> READS =
      List.of(
          "modprobe.d/*.conf",
          "etc/modprobe.conf",
          "modules-load.d/*.conf",
          "etc/modules",
          "etc/modules.d/*");

  private static final List<String> DIRECTORIES =
      List.of("etc", "run", "usr/local/lib", "usr/lib", "lib");

  private ModprobeFiles() {}

  /** What modprobe reads; {@code etc/modprobe.conf} is BusyBox's and older than the directories. */
  static List<SourceFile> rules(Root root) {
    return Stream.concat(in(root, "modprobe.d").stream(), root.file("etc/modprobe.conf").stream())
        .toList();
  }

  /** Lists of modules for every start; {@code etc/modules.d} is OpenWrt's. */
  static List<SourceFile> starts(Root root) {
    return Stream.of(
            in(root, "modules-load.d"),
            root.file("etc/modules").stream().toList(),
            root.files("etc/modules.d/*"))
        .flatMap(List::stream)
        .toList();
  }

  private static List<SourceFile> in(Root root, String name) {
    Map<String, Node> files = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (Node node : root.children(directory + "/" + name)) {
        if (node.name().endsWith(".conf")) {
          files.putIfAbsent(node.name(), node);
        }
      }
    }
    return files.values().stream().flatMap(node -> root.file(node.inRoot()).stream()).toList();
  }
}
