package dev.assay.formats.iso;

import dev.assay.formats.Names;
import java.nio.charset.StandardCharsets;

/**
 * One of the trees of a disc, and how its names are read.
 *
 * @param prefix of its paths
 * @param wide whether names are UTF-16, of Joliet
 * @param rockRidge whether system use fields count
 * @param skip bytes before the fields in each record
 */
record Tree(Volume volume, String prefix, boolean wide, boolean rockRidge, int skip) {
  static Tree rockRidge(Volume volume, int skip) {
    return new Tree(volume, "", false, true, skip);
  }

  static Tree joliet(Volume volume, boolean first) {
    return new Tree(volume, first ? "" : "[joliet]/", true, false, 0);
  }

  static Tree plain(Volume volume, boolean first) {
    return new Tree(volume, first ? "" : "[iso9660]/", false, false, 0);
  }

  /** Whether its files are those of the disc; others list only what is in none before. */
  boolean isFirst() {
    return prefix.isEmpty();
  }

  /** The name as it stands there, with its version. */
  String stored(DirectoryRecord record) {
    return wide
        ? new String(record.name(), StandardCharsets.UTF_16BE)
        : Names.decode(record.name());
  }

  /** The stored name without its version. */
  String name(DirectoryRecord record) {
    String name = stored(record);
    int version = name.lastIndexOf(';');
    String stem = version > 0 ? name.substring(0, version) : name;
    return !wide && stem.length() > 1 && stem.endsWith(".")
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }
}
