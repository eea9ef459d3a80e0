package dev.assay.formats.rar;

import dev.assay.formats.Bytes;

/** Reads the blocks of one version. */
interface RarHeaders {
  /** Bytes that an archive begins with. */
  byte[] magic();

  /** Whether its writers always end an archive with a block that says so. */
  boolean areEnded();

  /**
   * @throws dev.assay.formats.Malformed {@code rar.header} where none can be at that offset
   */
  RarBlock read(Bytes archive, long at);
}
