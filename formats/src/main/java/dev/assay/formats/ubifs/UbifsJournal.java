package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What was written since the last commit, and everything where no commit can be read. */
final class UbifsJournal {
  private static final int FIRST_LOG_BLOCK = 3;
  private static final int ALIGNMENT = 8;
  private static final int MAX_NODES = 2_000_000;

  private final Bytes volume;
  private final UbifsSuperblock superblock;
  private final UbifsFiles files;
  private final UbifsProblems problems;
  private final List<Placed> found = new ArrayList<>();

  /** Where a node lies in time and in the volume. */
  private record Placed(long sequence, long at) {}

  UbifsJournal(Bytes volume, UbifsSuperblock superblock, UbifsFiles files, UbifsProblems problems) {
    this.volume = volume;
    this.superblock = superblock;
    this.files = files;
    this.problems = problems;
  }

  /** Applies what the log of a commit refers to. */
  void replay(UbifsMaster master) {
    Set<Long> buds = new HashSet<>();
    long start = -1;
    long block = master.logBlock();
    for (long i = 0; i < superblock.logBlocks(); i++) {
      List<UbifsNode> nodes = new ArrayList<>();
      long at = superblock.offset(block, 0);
      if (at >= volume.size()) {
        break;
      }
      scan(at, at + superblock.blockSize(), nodes::add);
      if (i == 0) {
        start = started(nodes, master.commit());
      }
      long since = start;
      if (start < 0 || nodes.isEmpty() || nodes.getFirst().sequence() < since) {
        break;
      }
      nodes.stream()
          .filter(node -> node.type() == UbifsNode.REFERENCE && node.sequence() >= since)
          .map(UbifsNode::block)
          .filter(reference -> buds.add(reference.u32le(24)))
          .forEach(this::bud);
      block = block + 1 < FIRST_LOG_BLOCK + superblock.logBlocks() ? block + 1 : FIRST_LOG_BLOCK;
    }
    apply();
  }

  /** Applies every node of the volume: where the index is lost, deleted files may come back. */
  void salvage() {
    scan(superblock.offset(FIRST_LOG_BLOCK, 0), volume.size(), this::keep);
    apply();
  }

  private static long started(List<UbifsNode> nodes, long commit) {
    return nodes.stream()
        .filter(node -> node.type() == UbifsNode.COMMIT_START)
        .filter(node -> node.block().i64le(24) == commit)
        .mapToLong(UbifsNode::sequence)
        .findFirst()
        .orElse(-1);
  }

  private void bud(Block reference) {
    try {
      long block = reference.u32le(24);
      long from = superblock.offset(block, reference.u32le(28));
      scan(from, superblock.offset(block, 0) + superblock.blockSize(), this::keep);
    } catch (Malformed damaged) {
      problems.take(damaged);
    }
  }

  private void keep(UbifsNode node) {
    if (node.type() <= UbifsNode.CUT) {
      if (found.size() >= MAX_NODES) {
        throw new Malformed(
            "limit.nodes", node.at(), "more than " + MAX_NODES + " nodes; the rest is not read");
      }
      found.add(new Placed(node.sequence(), node.at()));
    }
  }

  private void apply() {
    found.sort(Comparator.comparingLong(Placed::sequence).thenComparingLong(Placed::at));
    for (Placed placed : found) {
      try {
        files.apply(UbifsNode.at(volume, placed.at()));
      } catch (Malformed damaged) {
        problems.take(damaged);
      }
    }
  }

  /** Tells the nodes of a range; steps over erased flash and over what is none. */
  private void scan(long from, long to, Consumer<UbifsNode> taker) {
    long end = Math.min(to, volume.size());
    Window window = new Window(volume);
    long at = from;
    while (at <= end - UbifsNode.HEADER) {
      at = window.skip(at, end, 0xFF);
      at = (at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      if (at > end - UbifsNode.HEADER) {
        return;
      }
      if (!window.block(at, 4).equalTo(UbifsNode.MAGIC)) {
        at += ALIGNMENT;
        continue;
      }
      try {
        UbifsNode node = UbifsNode.at(volume, at);
        if (node.end() > end) {
          return;
        }
        taker.accept(node);
        at = next(node);
      } catch (Malformed damaged) {
        if (damaged.problem().code().startsWith("limit.")) {
          throw damaged;
        }
        at += ALIGNMENT;
      }
    }
  }

  private static long next(UbifsNode node) {
    long padding =
        node.type() == UbifsNode.PADDING && node.block().size() >= 28 ? node.block().u32le(24) : 0;
    return node.end() + padding;
  }
}
