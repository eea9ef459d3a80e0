package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a file's blocks lie: extent trees and indirect blocks, as runs in order of the file. Blocks
 * in no run are holes.
 */
final class BlockMap {
  private static final int EXTENT_MAGIC = 0xF30A;
  private static final int MAX_DEPTH = 5;
  private static final int MAX_RUNS = 4_000_000;
  private static final int UNWRITTEN = 0x8000;

  private final Bytes image;
  private final ExtSuperblock superblock;
  private final long wanted;
  private final List<Run> runs = new ArrayList<>();
  private final Set<Long> visited = new HashSet<>();
  private long next;

  private BlockMap(Bytes image, ExtSuperblock superblock, long wanted) {
    this.image = image;
    this.superblock = superblock;
    this.wanted = wanted;
  }

  static List<Run> of(Bytes image, ExtSuperblock superblock, ExtInode inode) {
    long blocks = (inode.size() + superblock.blockSize() - 1) / superblock.blockSize();
    if (inode.size() < 0) {
      throw new Malformed("ext.size", -1, "file of negative size");
    }
    BlockMap map = new BlockMap(image, superblock, blocks);
    if (inode.hasExtents()) {
      map.extents(inode.map(), Integer.MAX_VALUE);
    } else {
      map.indirect(inode.map());
    }
    map.runs.sort(Comparator.comparing(Run::logical));
    return map.runs;
  }

  private void extents(Block node, int above) {
    if (node.u16le(0) != EXTENT_MAGIC) {
      throw new Malformed("ext.extent", -1, "extent node without its magic number");
    }
    int entries = node.u16le(2);
    int depth = node.u16le(6);
    if (depth >= above || depth > MAX_DEPTH || 12 * (entries + 1) > node.size()) {
      throw new Malformed(
          "ext.extent",
          -1,
          "extent node of depth " + depth + " with " + entries + " entries does not fit");
    }
    for (int i = 1; i <= entries; i++) {
      int at = 12 * i;
      if (depth > 0) {
        extents(block(node.u32le(at + 4) | (long) node.u16le(at + 8) << 32), depth);
      } else {
        int length = node.u16le(at + 4);
        boolean written = length <= UNWRITTEN;
        add(
            new Run(
                node.u32le(at),
                node.u32le(at + 8) | (long) node.u16le(at + 6) << 32,
                written ? length : length - UNWRITTEN,
                written));
      }
    }
  }

  private void indirect(Block map) {
    for (int i = 0; i < 12 && next < wanted; i++) {
      single(map.u32le(4 * i));
    }
    for (int level = 1; level <= 3 && next < wanted; level++) {
      indirect(map.u32le(44 + 4 * level), level);
    }
  }

  private void indirect(long number, int level) {
    long perBlock = superblock.blockSize() / 4;
    if (number == 0) {
      next += (long) StrictMath.pow(perBlock, level);
      return;
    }
    Block block = block(number);
    for (int i = 0; i < perBlock && next < wanted; i++) {
      if (level == 1) {
        single(block.u32le(4 * i));
      } else {
        indirect(block.u32le(4 * i), level - 1);
      }
    }
  }

  private void single(long physical) {
    if (physical != 0) {
      Run last = runs.isEmpty() ? null : runs.getLast();
      if (last != null
          && last.logical() + last.count() == next
          && last.physical() + last.count() == physical) {
        runs.set(runs.size() - 1, new Run(last.logical(), last.physical(), last.count() + 1, true));
      } else {
        add(new Run(next, physical, 1, true));
      }
    }
    next++;
  }

  private void add(Run run) {
    if (runs.size() >= MAX_RUNS) {
      throw new Malformed("limit.runs", -1, "more than " + MAX_RUNS + " runs of blocks");
    }
    runs.add(run);
  }

  private Block block(long number) {
    if (!visited.add(number)) {
      throw new Malformed(
          "ext.cycle",
          number * superblock.blockSize(),
          "block " + number + " is used twice in one map");
    }
    return image.block(number * superblock.blockSize(), superblock.blockSize());
  }
}
