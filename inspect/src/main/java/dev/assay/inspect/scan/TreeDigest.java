package dev.assay.inspect.scan;

import dev.assay.inspect.tree.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Identity of a directory product: SHA-256 over one line per entry, in order of path: mode, owner,
 * content digest, link, path.
 */
final class TreeDigest {
  private TreeDigest() {}

  static String of(List<Node> nodes) {
    MessageDigest digest = Digests.newSha256();
    nodes.stream()
        .filter(node -> !node.inRoot().contains("!/"))
        .sorted(Comparator.comparing(Node::inRoot))
        .map(
            node ->
                String.join(
                    " ",
                    Integer.toOctalString(node.mode()),
                    node.owner().toString(),
                    node.sha256().isEmpty() ? node.entryType().mediaType() : node.sha256(),
                    node.link().replace(" ", "\\x20"),
                    node.inRoot() + "\n"))
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  static long size(List<Node> nodes) {
    return nodes.stream().filter(node -> !node.inRoot().contains("!/")).mapToLong(Node::size).sum();
  }
}
