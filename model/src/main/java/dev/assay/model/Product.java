package dev.assay.model;

import java.util.List;

/** What is evaluated: name, version, and the images it consists of, ordered by name. */
public record Product(String name, String version, List<Image> images) {
  public Product {
    images = List.copyOf(images);
  }

  /**
   * One input file or directory.
   *
   * @param sha256 hex digest of the file; of a directory, the digest over its sorted entries
   * @param size bytes
   */
  public record Image(String name, String sha256, long size) {}
}
