package dev.assay.formats;

import java.util.List;
import java.util.OptionalLong;

/** A format that can be found at any offset of an unknown blob. */
public interface Carvable {
  /** Byte sequences to search for; each at least 3 bytes. */
  List<byte[]> magics();

  /** Distance from the start of the structure to the magic. */
  default int magicOffset() {
    return 0;
  }

  /**
   * Where the structure starts that would have its magic at {@code magicAt}; empty where it does
   * not. To be overridden where the distance varies.
   */
  default OptionalLong start(Bytes content, long magicAt) {
    return magicAt < magicOffset()
        ? OptionalLong.empty()
        : OptionalLong.of(magicAt - magicOffset());
  }

  /**
   * Validates the structure that would start at {@code at}: a magic number alone is not a find.
   *
   * @return its length in bytes, or empty where it does not validate
   */
  OptionalLong extent(Bytes content, long at);
}
