package dev.assay.formats.iso;

import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the descriptors of a disc lead to.
 *
 * @param bootCatalogue its offset
 */
record Volumes(Optional<Volume> primary, Optional<Volume> joliet, OptionalLong bootCatalogue) {
  static final int SECTOR = 2048;
  private static final int FIRST = 16;
  private static final int MOST = 64;
  private static final int BOOT = 0;
  private static final int PRIMARY = 1;
  private static final int SUPPLEMENTARY = 2;

  static Volumes of(Bytes disc) {
    Volumes found = new Volumes(Optional.empty(), Optional.empty(), OptionalLong.empty());
    for (long at : descriptors(disc)) {
      found = found.with(disc, at, disc.block(at, 1).u8(0));
    }
    return found;
  }

  /** Offsets of the descriptors. */
  static List<Long> descriptors(Bytes disc) {
    List<Long> found = new ArrayList<>();
    for (long sector = FIRST; sector < FIRST + MOST; sector++) {
      long at = sector * SECTOR;
      if (!disc.has(at + 1, "CD001") || disc.size() - at < SECTOR) {
        break;
      }
      found.add(at);
    }
    return found;
  }

  private Volumes with(Bytes disc, long at, int type) {
    if (type == PRIMARY && primary.isEmpty()) {
      return new Volumes(Volume.at(disc, at), joliet, bootCatalogue);
    }
    if (type == SUPPLEMENTARY && joliet.isEmpty() && isJoliet(disc, at)) {
      return new Volumes(primary, Volume.at(disc, at), bootCatalogue);
    }
    if (type == BOOT && bootCatalogue.isEmpty() && disc.has(at + 7, "EL TORITO SPECIFICATION")) {
      long catalogue = disc.block(at + 71, 4).u32le(0) * SECTOR;
      return new Volumes(primary, joliet, OptionalLong.of(catalogue));
    }
    return this;
  }

  private static boolean isJoliet(Bytes disc, long at) {
    return disc.has(at + 88, "%/@") || disc.has(at + 88, "%/C") || disc.has(at + 88, "%/E");
  }
}
