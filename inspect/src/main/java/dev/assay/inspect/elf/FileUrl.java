package dev.assay.inspect.elf;

import dev.assay.inspect.packages.Owned;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The package URL of one file that is a program. */
final class FileUrl {
  private FileUrl() {}

  /**
   * A package's file is a subpath of the package, {@code
   * pkg:deb/debian/zlib1g@1.2.13#lib/libz.so.1}; what no package owns is known by its checksum,
   * {@code pkg:generic/agent?checksum=sha256:1f…} (purl-spec, type generic).
   */
  static String of(Root root, Node node) {
    return Owned.of(root)
        .owner(node.inRoot())
        .map(owner -> owner + "#" + encoded(node.inRoot()))
        .orElseGet(
            () -> "pkg:generic/" + encoded(node.name()) + "?checksum=sha256:" + node.sha256());
  }

  private static String encoded(String path) {
    return Arrays.stream(path.split("/"))
        .map(
            segment ->
                URLEncoder.encode(segment, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%7E", "~"))
        .collect(Collectors.joining("/"));
  }
}
