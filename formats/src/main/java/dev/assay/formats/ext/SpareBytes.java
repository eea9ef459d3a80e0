package dev.assay.formats.ext;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Unread;

/**
 * What an ext file system holds in the structures that its reader does look at, and that is in no
 * member all the same: settings, spare fields, room behind entries, copies that differ. What each
 * file system has for itself (counts, places, times, ids, checksums) is given as zeros, as all else
 * that is known.
 */
public final class SpareBytes {
  private SpareBytes() {}

  /**
   * Gives structures in which something is left.
   *
   * @throws Malformed where a structure is outside of the content or does not hold together
   */
  public static void of(Bytes content, Unread.Taker into) {
    ExtSuperblock superblock =
        ExtSuperblock.at(content)
            .orElseThrow(() -> new Malformed("ext.superblock", 1024, "is no superblock"));
    new SuperblockFields(content, superblock).give(into);
    new GroupFields(content, superblock, into).give();
    new InodeFields(content, superblock, into).give();
  }
}
