package dev.assay.formats.erofs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import java.util.Optional;

/** The inode in which ends of files are packed; decompressed once, when first needed. */
final class PackedEnds {
  private final ErofsContents contents;
  private final Bytes image;
  private final ErofsSuperblock superblock;
  private Optional<Bytes> opened = Optional.empty();
  private Optional<Malformed> failed = Optional.empty();

  PackedEnds(ErofsContents contents, Bytes image, ErofsSuperblock superblock) {
    this.contents = contents;
    this.image = image;
    this.superblock = superblock;
  }

  /**
   * @throws Malformed where it cannot be read, or not so far
   */
  Bytes slice(long from, long length, ErofsInode wanted, Memory memory) {
    return open(wanted, memory).slice(from, length);
  }

  private synchronized Bytes open(ErofsInode wanted, Memory memory) {
    if (failed.isPresent()) {
      throw failed.get();
    }
    if (opened.isEmpty()) {
      try {
        opened = Optional.of(read(wanted, memory));
      } catch (Malformed damaged) {
        failed = Optional.of(damaged);
        throw damaged;
      }
    }
    return opened.get();
  }

  private Bytes read(ErofsInode wanted, Memory memory) {
    if (superblock.packed() <= 0) {
      throw new Malformed("erofs.packed", wanted.at(), "no inode holds packed ends of files");
    }
    ErofsInode inode = ErofsInode.read(image, superblock, superblock.packed());
    if (inode.at() == wanted.at()) {
      throw new Malformed("erofs.packed", wanted.at(), "the packed inode needs itself");
    }
    // So that an end inside itself is met here and not by recursion without end.
    failed =
        Optional.of(new Malformed("erofs.packed", inode.at(), "the packed inode needs itself"));
    try {
      Bytes bytes = contents.of(inode).open(memory);
      failed = Optional.empty();
      return bytes;
    } catch (Content.Partial damaged) {
      failed = Optional.empty();
      return damaged.start();
    }
  }
}
