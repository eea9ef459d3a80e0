package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.HashSet;
import java.util.Set;

/** Tells the addresses of an inode's blocks, in the order of its content. */
final class BlockWalk {
  /** Not a block, but the mark of a compressed cluster. */
  static final long COMPRESSED = 0xFFFF_FFFEL;

  private static final long NOT_WRITTEN = 0xFFFF_FFFFL;
  private static final int IN_NODE = 1018;
  private static final int DIRECT = 2;
  private static final int INDIRECT = 4;
  private static final int NODES = 5;

  /** Takes what a content is made of. */
  interface Taker {
    /** So many blocks of zeros. */
    void hole(long count);

    /** One block, or {@link #COMPRESSED}. */
    void block(long address);
  }

  private final Nodes nodes;
  private final F2fsInode inode;
  private final Taker taker;
  private final long blocks;
  private final int inNode;
  private final Set<Long> seen = new HashSet<>();
  private long told;

  private BlockWalk(Nodes nodes, F2fsInode inode, Taker taker) {
    this.nodes = nodes;
    this.inode = inode;
    this.taker = taker;
    int cluster = inode.cluster();
    long whole = inode.size() / BLOCK + (inode.size() % BLOCK == 0 ? 0 : 1);
    this.blocks = (whole + cluster - 1) / cluster * cluster;
    this.inNode = IN_NODE / cluster * cluster;
  }

  /**
   * @throws Malformed where the rest cannot be told
   */
  static void of(Nodes nodes, F2fsInode inode, Taker taker) {
    if (inode.size() < 0) {
      throw new Malformed("f2fs.inode", -1, "inode " + inode.number() + " of negative size");
    }
    new BlockWalk(nodes, inode, taker).run();
  }

  private void run() {
    int own = inode.addresses() / inode.cluster() * inode.cluster();
    addresses(inode.node(), inode.addressesAt(), own);
    for (int i = 0; i < NODES && told < blocks; i++) {
      long number = inode.node().u32le(F2fsInode.ADDRESSES_END + 4 * i);
      int depth = i < DIRECT ? 0 : i < INDIRECT ? 1 : 2;
      node(number, depth);
    }
    if (told < blocks) {
      throw new Malformed("f2fs.inode", -1, "inode " + inode.number() + " is larger than can be");
    }
  }

  /**
   * @param depth nodes of nodes above the addresses
   */
  private void node(long number, int depth) {
    if (number == 0) {
      long covered = inNode;
      for (int i = 0; i < depth; i++) {
        covered *= IN_NODE;
      }
      hole(Math.min(covered, blocks - told));
      return;
    }
    if (!seen.add(number)) {
      throw new Malformed("f2fs.node", -1, "node " + number + " has two places in its inode");
    }
    Block node = nodes.node(number, inode.number());
    if (depth == 0) {
      addresses(node, 0, inNode);
      return;
    }
    for (int i = 0; i < IN_NODE && told < blocks; i++) {
      node(node.u32le(4 * i), depth - 1);
    }
  }

  private void addresses(Block block, int at, int count) {
    for (int i = 0; i < count && told < blocks; i++) {
      long address = block.u32le(at + 4 * i);
      if (address == 0 || address == NOT_WRITTEN) {
        hole(1);
      } else {
        taker.block(address);
        told++;
      }
    }
  }

  private void hole(long count) {
    taker.hole(count);
    told += count;
  }
}
