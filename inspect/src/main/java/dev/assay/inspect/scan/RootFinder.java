package dev.assay.inspect.scan;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds root file systems that lie below the top of a container: {@code rootfs/etc/passwd} in an
 * archive.
 */
final class RootFinder {
  private RootFinder() {}

  /**
   * The container's own root and those below its top, each with the nodes for which it is the
   * innermost.
   */
  static List<Root> split(String path, List<Node> nodes) {
    TreeSet<String> tops = tops(nodes);
    Map<String, List<Node>> byTop = new HashMap<>();
    byTop.put("", new ArrayList<>());
    for (Node node : nodes) {
      String top = innermost(tops, node.inRoot());
      byTop
          .computeIfAbsent(top, k -> new ArrayList<>())
          .add(top.isEmpty() ? node : below(node, top));
    }
    List<Root> roots = new ArrayList<>();
    byTop.forEach(
        (top, own) -> roots.add(new Root(top.isEmpty() ? path : join(path, nodes, top), own)));
    return roots;
  }

  /**
   * Directories below the top that hold {@code etc}, programs, and a place that only a whole system
   * has.
   */
  private static TreeSet<String> tops(List<Node> nodes) {
    Map<String, Set<String>> children = new HashMap<>();
    for (Node node : nodes) {
      String inRoot = node.inRoot();
      int slash = inRoot.lastIndexOf('/');
      if (slash > 0 && (node.isDirectory() || node.isLink())) {
        children.computeIfAbsent(inRoot.substring(0, slash), k -> new HashSet<>()).add(node.name());
      }
    }
    TreeSet<String> tops = new TreeSet<>();
    children.forEach(
        (directory, names) -> {
          boolean programs = names.contains("bin") || names.contains("sbin");
          boolean whole = names.contains("usr") || names.contains("dev") || names.contains("proc");
          if (names.contains("etc") && programs && whole) {
            tops.add(directory);
          }
        });
    return tops;
  }

  private static String innermost(TreeSet<String> tops, String inRoot) {
    for (String top : tops.descendingSet()) {
      if (inRoot.startsWith(top + "/")) {
        return top;
      }
    }
    return "";
  }

  private static Node below(Node node, String top) {
    return new Node(
        node.path(),
        node.inRoot().substring(top.length() + 1),
        node.entryType(),
        node.mode(),
        node.owner(),
        node.device(),
        node.xattrs(),
        node.link(),
        node.analysis(),
        node.problems(),
        node.kept());
  }

  private static String join(String path, List<Node> nodes, String top) {
    for (Node node : nodes) {
      if (node.inRoot().equals(top)) {
        return node.path();
      }
    }
    return path + "!/" + top;
  }
}
