package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * What lies behind the end of a structure, which nobody reads who reads the structure.
 *
 * @param padding the zeros it ends with
 * @param kept all else
 */
record Behind(Trait padding, Optional<Kept> kept) {
  /**
   * @param format name of the structure
   * @param end where it ends, bytes
   */
  static Behind of(String format, Bytes content, long end) {
    Bytes rest = content.from(Math.min(end, content.size()));
    boolean said = Kept.isSaid(rest);
    long zeros = said ? 0 : rest.size();
    return new Behind(
        new Trait(Equivalence.PADDING, format + " end", zeros + " zero bytes"),
        said ? Optional.of(Kept.of("bytes behind the end of " + format, rest)) : Optional.empty());
  }
}
