package dev.assay.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One file-like thing found in a product.
 *
 * @param path path in the product; {@code !/} enters a container: {@code
 *     netboot.img!/ramdisk!/etc/passwd}
 * @param sha256 hex SHA-256 of its content; empty where it has none (directory, link, device)
 * @param size content length in bytes
 * @param type media type of the content, or {@code inode/directory}, {@code inode/symlink} …
 * @param mode permission bits including setuid, setgid and sticky (octal 07777)
 * @param owner numeric owner
 * @param link target of a symbolic link, else empty
 * @param problems what could not be read, ordered
 */
public record Artifact(
    String path,
    String sha256,
    long size,
    String type,
    int mode,
    Owner owner,
    String link,
    List<Problem> problems) {
  public Artifact {
    problems = List.copyOf(problems);
  }

  /** With what else was met in it. */
  public Artifact with(Problem more) {
    List<Problem> all =
        Stream.concat(problems.stream(), Stream.of(more)).sorted().distinct().toList();
    return new Artifact(path, sha256, size, type, mode, owner, link, all);
  }
}
