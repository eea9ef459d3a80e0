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
   * @param outline what its bytes are, in order and without gap; empty of a directory and of what
   *     is compressed as a whole
   */
  public record Image(String name, String sha256, long size, List<Stretch> outline) {
    public Image {
      outline = List.copyOf(outline);
    }

    /** An image whose bytes were not looked at one by one. */
    public Image(String name, String sha256, long size) {
      this(name, sha256, size, List.of());
    }

    public Image outlined(List<Stretch> found) {
      return new Image(name, sha256, size, found);
    }
  }
}
