package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HashSet;
import java.util.Set;

/** Walks the index of the last commit. */
final class UbifsIndex {
  private static final int MAX_LEVELS = 32;
  private static final int BRANCHES_AT = 28;
  private static final int BRANCH = 20;

  private final Bytes volume;
  private final UbifsSuperblock superblock;
  private final UbifsFiles files;
  private final UbifsProblems problems;
  private final Set<Long> visited = new HashSet<>();

  UbifsIndex(Bytes volume, UbifsSuperblock superblock, UbifsFiles files, UbifsProblems problems) {
    this.volume = volume;
    this.superblock = superblock;
    this.files = files;
    this.problems = problems;
  }

  /** Tells the files of all branches below the root; what is damaged is left out. */
  void read(long rootAt) {
    node(rootAt, MAX_LEVELS + 1);
  }

  private void node(long at, int above) {
    if (!visited.add(at)) {
      throw new Malformed("ubifs.index", at, "index node is reached twice");
    }
    Block node = UbifsNode.at(volume, at, UbifsNode.INDEX, BRANCHES_AT).block();
    int count = node.u16le(24);
    int level = node.u16le(26);
    if (level >= above || count == 0) {
      throw new Malformed(
          "ubifs.index", at, "index node of level " + level + " with " + count + " branches");
    }
    // Branches are longer where the file system is authenticated.
    int step = (node.size() - BRANCHES_AT) / count;
    if (step < BRANCH) {
      throw new Malformed("ubifs.index", at, count + " branches do not fit their node");
    }
    for (int i = 0; i < count; i++) {
      int branch = BRANCHES_AT + i * step;
      try {
        long target = superblock.offset(node.u32le(branch), node.u32le(branch + 4));
        if (level > 0) {
          node(target, level);
        } else {
          leaf(UbifsKey.at(node, branch + 12), target);
        }
      } catch (Malformed damaged) {
        problems.take(damaged);
      }
    }
  }

  private void leaf(UbifsKey key, long at) {
    switch (key.type()) {
      case UbifsNode.INODE, UbifsNode.DATA -> files.place(key, at);
      case UbifsNode.NAME, UbifsNode.ATTRIBUTE -> files.apply(UbifsNode.at(volume, at));
      default -> throw new Malformed("ubifs.index", at, "key of unknown type " + key.type());
    }
  }
}
