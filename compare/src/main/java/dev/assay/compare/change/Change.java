package dev.assay.compare.change;

import dev.assay.compare.Aspect;
import dev.assay.formats.Bytes;
import java.util.List;

/** Says what changed in contents of one kind. Has no state. */
public interface Change {
  /**
   * @param path in the product
   * @param type media type; empty where no format recognises the content
   */
  boolean explains(String path, String type, Bytes left, Bytes right);

  /**
   * What differs, in a fixed order; empty where nothing can be told.
   *
   * @param most differences of one kind that are named
   */
  List<Aspect> between(Bytes left, Bytes right, int most);
}
