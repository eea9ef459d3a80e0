package dev.assay.inspect.sbom;

import dev.assay.inspect.tree.Node;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a product by path, name and digest, as a bill of materials may write them. */
final class Files {
  private final Map<String, List<Node>> byName = new HashMap<>();
  private final Set<String> digests = new HashSet<>();

  Files(List<Node> nodes) {
    for (Node node : nodes) {
      if (!node.isDirectory()) {
        byName.computeIfAbsent(name(node.path()), k -> new ArrayList<>()).add(node);
        if (node.isFile()) {
          digests.add(node.sha256());
        }
      }
    }
  }

  /** Digests of the files at a path: the whole path, or its end from a root on. */
  Set<String> digests(String path) {
    return at(path).stream()
        .filter(Node::isFile)
        .map(Node::sha256)
        .filter(digest -> !digest.isEmpty())
        .collect(Collectors.toSet());
  }

  boolean has(String path) {
    return !at(path).isEmpty();
  }

  boolean hasName(String name) {
    return byName.containsKey(name(name));
  }

  boolean hasContent(String sha256) {
    return !sha256.isEmpty() && digests.contains(sha256);
  }

  /** Where the file at a path is, with its digest; the path must be there. */
  Evidence evidence(String path) {
    Node node = at(path).getFirst();
    return node.whole("SHA-256 " + node.sha256());
  }

  private List<Node> at(String path) {
    String plain = path.replaceFirst("^\\.?/+", "");
    if (plain.isEmpty()) {
      return List.of();
    }
    return byName.getOrDefault(name(plain), List.of()).stream()
        .filter(node -> node.path().equals(plain) || node.path().endsWith("/" + plain))
        .toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
