package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HashMap;
import java.util.Map;

/**
 * How many names each inode has in all directories, those for a directory itself and for its parent
 * included: what its link count has to be.
 */
final class NameCounts {
  private static final int MOST = 16_000_000;
  private static final int HASHED = 0x1000;
  private static final int PARENT = 12;
  private static final int INLINE_PARENT = 4;

  private final Bytes content;
  private final ExtSuperblock superblock;
  private final Map<Long, Integer> counts = new HashMap<>();
  private int names;
  private long blocks;

  private NameCounts(Bytes content, ExtSuperblock superblock) {
    this.content = content;
    this.superblock = superblock;
  }

  /**
   * @throws Malformed where a directory does not hold together, or there are too many names
   */
  static NameCounts of(Bytes content, ExtSuperblock superblock) {
    NameCounts counts = new NameCounts(content, superblock);
    WrittenInodes.each(
        content,
        superblock,
        inode -> {
          if (inode.links() > 0 && inode.isDirectory()) {
            counts.directory(inode);
          }
        });
    return counts;
  }

  int of(long inode) {
    return counts.getOrDefault(inode, 0);
  }

  private void directory(ExtInode directory) {
    if (directory.isInline()) {
      note(directory.number());
      note(directory.map().u32le(0));
      entries(directory.map().slice(INLINE_PARENT, 60 - INLINE_PARENT));
      byte[] rest =
          ExtXattrs.of(content, superblock, directory)
              .getOrDefault(ExtXattrs.INLINE_DATA, new byte[0]);
      entries(Bytes.of(rest).block(0, rest.length));
      return;
    }
    int size = superblock.blockSize();
    boolean hashed = (directory.flags() & HASHED) != 0;
    for (Run run : BlockMap.of(content, superblock, directory)) {
      for (long i = 0;
          run.written() && i < run.count() && (run.logical() + i) * size < directory.size();
          i++) {
        if (++blocks > content.size() / size) {
          throw new Malformed("limit.overlap", -1, "directories have more blocks than the image");
        }
        Block block = content.block((run.physical() + i) * size, size);
        if (hashed && run.logical() + i == 0) {
          note(block.u32le(0));
          note(block.u32le(PARENT));
        } else {
          entries(block);
        }
      }
    }
  }

  private void entries(Block block) {
    int at = 0;
    while (at + 8 <= block.size()) {
      int length = block.u16le(at + 4);
      if (block.u8(at + 6) > 0) {
        note(block.u32le(at));
      }
      if (length < 8 || length == 0xFFFF) {
        return;
      }
      at += length;
    }
  }

  private void note(long inode) {
    if (inode != 0) {
      if (++names > MOST) {
        throw new Malformed("limit.entries", -1, "more than " + MOST + " names");
      }
      counts.merge(inode, 1, Integer::sum);
    }
  }
}
