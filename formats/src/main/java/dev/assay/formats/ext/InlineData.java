package dev.assay.formats.ext;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;

/**
 * Data kept in the inode itself: the 60 bytes of the block map, then the attribute {@code
 * system.data}.
 */
final class InlineData {
  private static final int IN_MAP = 60;

  private InlineData() {}

  /** The data that are there; a file may be longer, and its rest reads as zeros. */
  static Bytes of(Bytes image, ExtSuperblock superblock, ExtInode inode) {
    if (inode.size() < 0) {
      throw new Malformed("ext.size", -1, "file of negative size");
    }
    byte[] rest =
        inode.size() <= IN_MAP
            ? new byte[0]
            : ExtXattrs.of(image, superblock, inode)
                .getOrDefault(ExtXattrs.INLINE_DATA, new byte[0]);
    byte[] all = Arrays.copyOf(inode.map().bytes(0, IN_MAP), IN_MAP + rest.length);
    System.arraycopy(rest, 0, all, IN_MAP, rest.length);
    return Bytes.of(all, 0, (int) Math.min(inode.size(), all.length));
  }
}
