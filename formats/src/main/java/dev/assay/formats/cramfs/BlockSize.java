package dev.assay.formats.cramfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.codec.BlockCodecs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many bytes of a file go into one block: the page size of the machine the image was made for.
 * It is not stored, so it is tried on the first file of more than one block.
 */
final class BlockSize {
  private static final int USUAL = 4096;
  private static final int LARGEST = 65_536;
  private static final int MAX_TRIED = 64;
  private static final int MAX_DIRECTORIES = 4096;

  private BlockSize() {}

  static int of(Bytes image, CramSuperblock superblock) {
    if (superblock.hasExtendedPointers()) {
      return USUAL;
    }
    try {
      return search(image, superblock).orElse(USUAL);
    } catch (Malformed damaged) {
      return USUAL;
    }
  }

  private static OptionalInt search(Bytes image, CramSuperblock superblock) {
    Deque<CramInode> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    open.add(superblock.root());
    int tried = 0;
    while (!open.isEmpty()) {
      CramInode directory = open.remove();
      for (long at = directory.dataAt(); at < directory.dataAt() + directory.size(); ) {
        CramInode inode = CramInode.at(image, superblock.order(), at);
        at = inode.end();
        if (inode.isDirectory() && seen.size() < MAX_DIRECTORIES && seen.add(inode.dataAt())) {
          open.add(inode);
        } else if (EXPECTS_BLOCKS.contains(inode.mode() >> 12) && inode.size() > USUAL) {
          OptionalInt fits = fitting(image, superblock, inode);
          if (fits.isPresent() || ++tried > MAX_TRIED) {
            return fits;
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Type bits of files and symbolic links. */
  private static final Set<Integer> EXPECTS_BLOCKS = Set.of(8, 10);

  private static OptionalInt fitting(Bytes image, CramSuperblock superblock, CramInode inode) {
    for (int size = USUAL; size <= LARGEST; size *= 2) {
      if (fits(image, superblock, inode, size)) {
        return OptionalInt.of(size);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean fits(
      Bytes image, CramSuperblock superblock, CramInode inode, int blockSize) {
    int count = (inode.size() + blockSize - 1) / blockSize;
    long start = inode.dataAt() + 4L * count;
    try {
      long end = new Fields(image.block(inode.dataAt(), 4), superblock.order()).u32(0);
      // A hole at the start ends where the pointers end, which tells how many there are.
      if (end <= start || end - start > 2L * blockSize) {
        return end == start;
      }
      byte[] out = new byte[blockSize];
      byte[] in = image.block(start, (int) (end - start)).bytes(0, (int) (end - start));
      int wanted = Math.min(blockSize, inode.size());
      return BlockCodecs.zlib().decompress(in, 0, in.length, out, 0, blockSize) == wanted;
    } catch (Malformed notThis) {
      return false;
    }
  }
}
