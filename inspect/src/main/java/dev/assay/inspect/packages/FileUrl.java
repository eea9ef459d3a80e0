package dev.assay.inspect.packages;

import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The package URL of what is code in a root: one file, or a folder of modules. */
public final class FileUrl {
  private FileUrl() {}

  /**
   * A package's file is a subpath of the package, {@code
   * pkg:deb/debian/zlib1g@1.2.13#lib/libz.so.1}; what no package owns is known by its checksum,
   * {@code pkg:generic/agent?checksum=sha256:1f…} (purl-spec, type generic).
   */
  public static String of(Root root, Node node) {
    return Owned.of(root)
        .owner(node.inRoot())
        .map(owner -> owner + "#" + encoded(node.inRoot()))
        .orElseGet(
            () -> "pkg:generic/" + encoded(node.name()) + "?checksum=sha256:" + node.sha256());
  }

  /**
   * Of a folder whose files belong together: a subpath of the package that owns one of them, else
   * its name alone, {@code pkg:generic/shop}.
   */
  public static String ofFolder(Root root, Node member, String folder) {
    return Owned.of(root)
        .owner(member.inRoot())
        .map(owner -> folder.isEmpty() ? owner : owner + "#" + encoded(folder))
        .orElseGet(() -> "pkg:generic/" + encoded(name(folder)));
  }

  private static String name(String folder) {
    return folder.isEmpty() ? "root" : folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static String encoded(String path) {
    return Arrays.stream(path.split("/")).map(PackageUrl::encoded).collect(Collectors.joining("/"));
  }
}
