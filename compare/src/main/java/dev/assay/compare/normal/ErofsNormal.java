package dev.assay.compare.normal;

import dev.assay.formats.Bytes;
import dev.assay.formats.erofs.InodeTimes;

/** EROFS: the time at which it was made, its id, times in its inodes, and the checksum. */
final class ErofsNormal extends MaskedNormal {
  private static final int SUPERBLOCK = 1024;

  ErofsNormal() {
    super("application/vnd.linux.erofs", "erofs");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    fields.id(SUPERBLOCK + 4, 4).time(SUPERBLOCK + 24, 12).id(SUPERBLOCK + 48, 16);
    InodeTimes.of(content, at -> fields.time(at, InodeTimes.SIZE));
  }
}
