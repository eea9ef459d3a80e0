package dev.assay.compare.change;

import dev.assay.formats.Bytes;

/** What a content of one kind says, as values with names. Has no state. */
public interface Values {
  /** What has the names: {@code key}, {@code property}. */
  String what();

  /**
   * @param path in the product
   * @param type media type; empty where no format recognises the content
   */
  boolean reads(String path, String type, Bytes content);

  /**
   * The values by name, and pieces.
   *
   * @throws dev.assay.formats.Malformed where it is not of the kind
   */
  ValueSet of(Bytes content);
}
