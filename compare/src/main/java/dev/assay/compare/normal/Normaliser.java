package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * Takes what builds may leave different out of contents of one format. Of a container or encoding
 * it is told only what they add to their members, which are compared on their own. Looks at one
 * side alone, so it cannot favour either; has no state.
 */
public interface Normaliser {
  /** Whether it knows the media type; empty is content that no format recognises. */
  boolean takes(String type);

  /**
   * The content without what was taken out, and what that was. Two contents are equivalent if what
   * is kept is the same byte for byte.
   *
   * @throws Malformed if the content does not have the structure of its type, or is too large
   */
  Normal normalise(Bytes content);
}
