package dev.assay.cli.product;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.MemberFinder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Takes the image a purl's subpath names out of its package, once. */
final class Members {
  private static final int CHUNK = 1 << 20;

  private Members() {}

  static Optional<Path> cached(Path folder, String subpath) {
    Path file = place(folder, subpath);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  static Path extract(Path archive, String subpath, Path folder) throws BadProduct {
    Path target = place(folder, subpath);
    try {
      Files.createDirectories(target.getParent());
      Path draft = Files.createTempFile(target.getParent(), ".member-", ".part");
      try {
        boolean found =
            MemberFinder.find(
                archive,
                subpath,
                bytes -> {
                  copy(bytes, draft);
                });
        if (!found) {
          throw new BadProduct(archive.getFileName() + " has no member `" + subpath + "`");
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new BadProduct(
          "cannot take `" + subpath + "` out of " + archive + ": " + e.getMessage());
    }
    return target;
  }

  /**
   * The last segment keeps its name, because it becomes the name of the product; all above it is a
   * digest-like folder.
   */
  private static Path place(Path folder, String subpath) {
    String name = subpath.substring(subpath.lastIndexOf('/') + 1);
    return folder
        .resolve("member-" + subpath.replaceAll("[^A-Za-z0-9.-]+", "_"))
        .resolve(name.replaceAll("[^A-Za-z0-9._+-]+", "_"));
  }

  private static void copy(Bytes bytes, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long at = 0; at < bytes.size(); at += CHUNK) {
        Block block = bytes.blockUpTo(at, CHUNK);
        out.write(block.array(), block.arrayOffset(), block.size());
      }
    }
  }
}
