package dev.assay.formats.fdt;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A device tree, read. */
public final class DeviceTree {
  static final byte[] MAGIC = {(byte) 0xD0, 0x0D, (byte) 0xFE, (byte) 0xED};
  private static final int HEADER = 40;
  private static final int MAX_SIZE = 256 << 20;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 200_000;

  /**
   * One node.
   *
   * @param name with unit address: {@code cpu@0}; the root's is empty
   * @param properties values by name, in order
   */
  public record Node(String name, Map<String, Bytes> properties, List<Node> children) {
    public Optional<Node> child(String wanted) {
      return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
    }

    /** The text of a property up to its NUL; empty where it has none. */
    public String text(String property) {
      Bytes value = properties.get(property);
      if (value == null) {
        return "";
      }
      Block block = value.head(64 << 10);
      return block.cString(0, block.size());
    }

    /** All texts of a property that is a list of strings. */
    public List<String> texts(String property) {
      Bytes value = properties.get(property);
      if (value == null) {
        return List.of();
      }
      Block block = value.head(64 << 10);
      return List.of(
          new String(block.bytes(0, block.size()), StandardCharsets.ISO_8859_1).split("\0"));
    }

    /** A property of one 32-bit cell. */
    public Optional<Long> cell(String property) {
      Bytes value = properties.get(property);
      return value == null || value.size() != 4
          ? Optional.empty()
          : Optional.of(value.block(0, 4).u32be(0));
    }
  }

  private final Node root;
  private final long totalSize;

  private DeviceTree(Node root, long totalSize) {
    this.root = root;
    this.totalSize = totalSize;
  }

  /** Whether a plausible header stands at the start. */
  public static boolean isAt(Bytes content) {
    if (content.size() < HEADER || !content.has(0, MAGIC)) {
      return false;
    }
    Block header = content.block(0, HEADER);
    long total = header.u32be(4);
    long version = header.u32be(20);
    return version >= 16
        && version < 64
        && header.u32be(24) <= version
        && total >= HEADER
        && header.u32be(8) < total
        && header.u32be(12) <= total
        && header.u32be(8) % 4 == 0;
  }

  /**
   * @throws Malformed where a block is outside the file or the structure is broken
   */
  public static DeviceTree read(Bytes content) {
    if (!isAt(content)) {
      throw new Malformed("fdt.header", 0, "not a device tree header of version 16 or 17");
    }
    Block header = content.block(0, HEADER);
    long total = header.u32be(4);
    if (total > content.size()) {
      throw new Malformed(
          "fdt.truncated",
          content.size(),
          "device tree of " + total + " bytes, " + content.size() + " are there");
    }
    if (total > MAX_SIZE) {
      throw new Malformed(
          "limit.size", 4, "device tree of " + total + " bytes; at most " + MAX_SIZE + " are read");
    }
    Bytes tree = content.slice(0, total);
    Reader reader = new Reader(tree, header.u32be(8), tree.from(header.u32be(12)));
    return new DeviceTree(reader.read(), total);
  }

  public Node root() {
    return root;
  }

  /** Bytes from the header to the end of the last block. */
  public long totalSize() {
    return totalSize;
  }

  /** Walks the structure block without recursion. */
  private static final class Reader {
    private final Bytes tree;
    private final Bytes strings;
    private final Deque<Node> open = new ArrayDeque<>();
    private long at;
    private int nodes;

    Reader(Bytes tree, long structure, Bytes strings) {
      this.tree = tree;
      this.at = structure;
      this.strings = strings;
    }

    Node read() {
      Node finished = null;
      while (true) {
        int token = word();
        switch (token) {
          case 1 -> begin();
          case 2 -> {
            Node node = open.poll();
            if (node == null) {
              throw new Malformed("fdt.structure", at - 4, "end of a node that did not begin");
            }
            if (open.isEmpty()) {
              if (finished != null) {
                throw new Malformed("fdt.structure", at - 4, "a second root node");
              }
              finished = node;
            }
          }
          case 3 -> property();
          case 4 -> {}
          case 9 -> {
            if (finished == null || !open.isEmpty()) {
              throw new Malformed("fdt.structure", at - 4, "the structure ends inside a node");
            }
            return finished;
          }
          default ->
              throw new Malformed(
                  "fdt.structure", at - 4, "token " + token + " where 1, 2, 3, 4 or 9 is expected");
        }
      }
    }

    private void begin() {
      if (open.size() >= MAX_DEPTH || ++nodes > MAX_NODES) {
        throw new Malformed(
            "limit.nodes",
            at,
            "deeper than " + MAX_DEPTH + " or more than " + MAX_NODES + " nodes");
      }
      String name = tree.blockUpTo(at, 1024).cString(0, 1024);
      at += name.length() + 4 & ~3L;
      Node node = new Node(name, new LinkedHashMap<>(), new ArrayList<>());
      Node parent = open.peek();
      if (parent != null) {
        parent.children().add(node);
      }
      open.push(node);
    }

    private void property() {
      long length = Integer.toUnsignedLong(word());
      long nameAt = Integer.toUnsignedLong(word());
      Node node = open.peek();
      if (node == null) {
        throw new Malformed("fdt.structure", at, "a property outside of any node");
      }
      String name = strings.blockUpTo(nameAt, 256).cString(0, 256);
      node.properties().put(name, tree.slice(at, length));
      at += length + 3 & ~3L;
    }

    private int word() {
      int word = tree.block(at, 4).i32be(0);
      at += 4;
      return word;
    }
  }
}
