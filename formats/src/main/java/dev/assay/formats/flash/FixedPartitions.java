package dev.assay.formats.flash;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.fdt.DeviceTree;
import dev.assay.formats.fdt.DeviceTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the {@code fixed-partitions} of a device tree. */
public final class FixedPartitions {
  private static final int MOST = 128;
  private static final int CELL = 4;

  private FixedPartitions() {}

  /** The divisions, one for each chip the tree describes. */
  public static List<List<Partition>> in(DeviceTree tree) {
    List<List<Partition>> divisions = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(tree.root()));
    while (!open.isEmpty() && divisions.size() < MOST) {
      Node node = open.pop();
      if (node.texts("compatible").contains("fixed-partitions")) {
        List<Partition> partitions =
            node.children().stream()
                .limit(MOST)
                .flatMap(child -> partition(node, child).stream())
                .toList();
        divisions.add(partitions);
      }
      node.children().forEach(open::push);
    }
    return divisions;
  }

  private static Optional<Partition> partition(Node parent, Node child) {
    long addressCells = parent.cell("#address-cells").orElse(1L);
    long sizeCells = parent.cell("#size-cells").orElse(1L);
    Bytes reg = child.properties().get("reg");
    boolean usual = addressCells >= 1 && addressCells <= 2 && sizeCells >= 1 && sizeCells <= 2;
    if (reg == null || !usual || reg.size() != (addressCells + sizeCells) * CELL) {
      return Optional.empty();
    }
    Block cells = reg.block(0, (int) reg.size());
    long start = number(cells, 0, addressCells);
    long length = number(cells, (int) addressCells * CELL, sizeCells);
    String label = child.text("label");
    return start < 0 || length <= 0 || start > Long.MAX_VALUE - length
        ? Optional.empty()
        : Optional.of(Partition.of(label.isEmpty() ? child.name() : label, start, length));
  }

  private static long number(Block cells, int at, long count) {
    return count == 1 ? cells.u32be(at) : cells.i64be(at);
  }
}
