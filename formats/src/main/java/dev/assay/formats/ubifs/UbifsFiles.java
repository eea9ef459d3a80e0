package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the nodes say together: the index first, then what was written since. */
final class UbifsFiles {
  static final long ROOT = 1;
  static final int BLOCK = 4096;
  private static final int NAME_AT = 56;
  private static final int MAX_NODES = 2_000_000;

  /** One inode and what hangs on it; places are offsets in the volume. */
  static final class Inode {
    long nodeAt = -1;
    final TreeMap<Integer, Long> blocks = new TreeMap<>();
    final TreeMap<String, Long> names = new TreeMap<>();
    final TreeMap<String, Long> attributes = new TreeMap<>();
  }

  private final Map<Long, Inode> inodes = new HashMap<>();
  private int nodes;

  Optional<Inode> find(long number) {
    return Optional.ofNullable(inodes.get(number));
  }

  boolean isEmpty() {
    return inodes.isEmpty();
  }

  /** An inode or data node, of which nothing but its place is needed yet. */
  void place(UbifsKey key, long at) {
    count(at);
    Inode inode = inode(key.inode());
    if (key.type() == UbifsNode.DATA) {
      inode.blocks.put(key.rest(), at);
    } else {
      inode.nodeAt = at;
    }
  }

  /** The next node in order of time. Types that say nothing of files are passed over. */
  void apply(UbifsNode node) {
    switch (node.type()) {
      case UbifsNode.INODE -> {
        if (node.block().u32le(92) == 0) {
          inodes.remove(node.key().inode());
        } else {
          place(node.key(), node.at());
        }
      }
      case UbifsNode.DATA -> place(node.key(), node.at());
      case UbifsNode.NAME, UbifsNode.ATTRIBUTE -> name(node);
      case UbifsNode.CUT -> cut(node.block());
      default -> {}
    }
  }

  private void name(UbifsNode node) {
    count(node.at());
    Block block = node.block();
    int nameSize = block.u16le(50);
    String name = Names.decode(block.bytes(NAME_AT, nameSize));
    Inode inode = inode(node.key().inode());
    TreeMap<String, Long> names = node.type() == UbifsNode.NAME ? inode.names : inode.attributes;
    long target = block.i64le(40);
    if (target == 0) {
      names.remove(name);
    } else {
      names.put(name, target);
    }
  }

  private void cut(Block block) {
    long size = block.i64le(48);
    long first = (size + BLOCK - 1) / BLOCK;
    if (size >= 0 && first <= Integer.MAX_VALUE) {
      inode(block.u32le(24)).blocks.tailMap((int) first, true).clear();
    }
  }

  private Inode inode(long number) {
    return inodes.computeIfAbsent(number, unseen -> new Inode());
  }

  private void count(long at) {
    if (++nodes > MAX_NODES) {
      throw new Malformed(
          "limit.nodes", at, "more than " + MAX_NODES + " nodes; the rest is not read");
    }
  }
}
