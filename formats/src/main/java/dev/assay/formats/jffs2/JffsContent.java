package dev.assay.formats.jffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of one file: its data nodes, later versions over earlier ones. */
final class JffsContent implements Content {
  private static final int LARGEST_NODE = 1 << 20;
  private static final int KEPT = 16;

  /** How often a byte of content may be decompressed: nodes that later ones cut to pieces. */
  private static final int MAX_REPEATS = 16;

  private final Bytes image;
  private final ByteOrder order;
  private final long[] nodes;
  private final long size;

  /**
   * @param nodes offsets of the inode's data nodes, in the order of the image
   * @param size of the file, or −1 for as much as the nodes hold
   */
  JffsContent(Bytes image, ByteOrder order, long[] nodes, long size) {
    this.image = image;
    this.order = order;
    this.nodes = nodes;
    this.size = size;
  }

  /**
   * One data node.
   *
   * @param at offset of its data in the image
   * @param from where its content stands in the file
   */
  record Node(long at, long version, long from, long stored, long length, int compression) {
    long end() {
      return from + length;
    }
  }

  @Override
  public long size() {
    return Math.max(size, 0);
  }

  @Override
  public Bytes open(Memory memory) {
    List<Node> sorted = new ArrayList<>(nodes.length);
    long compressed = 0;
    for (long at : nodes) {
      Fields fields = new Fields(image.block(at, JffsScan.INODE_SIZE), order);
      sorted.add(
          new Node(
              at + JffsScan.INODE_SIZE,
              fields.u32(16),
              fields.u32(44),
              fields.u32(48),
              fields.u32(52),
              fields.u8(56)));
      compressed += JffsScan.INODE_SIZE + fields.u32(48);
    }
    sorted.sort(Comparator.comparingLong(Node::version));
    Overlay overlay = new Overlay();
    sorted.forEach(overlay::put);
    long end = size < 0 ? overlay.end() : size;
    return new Joining(memory.sink(compressed, Math.min(end, compressed * 4)), end).run(overlay);
  }

  private final class Joining {
    private final Sink sink;
    private final long end;
    private long work;
    private final Map<Node, byte[]> kept =
        new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Node, byte[]> eldest) {
            return size() > KEPT;
          }
        };

    Joining(Sink sink, long end) {
      this.sink = sink;
      this.end = end;
    }

    Bytes run(Overlay overlay) {
      try {
        overlay.forEach(this::piece);
        sink.zeros(end - sink.size());
      } catch (Malformed damaged) {
        throw new Partial(sink.toBytes(), damaged);
      }
      return sink.toBytes();
    }

    private void piece(long from, long to, Node node) {
      if (from >= end) {
        return;
      }
      sink.zeros(from - sink.size());
      int length = (int) Math.min(Integer.MAX_VALUE, Math.min(to, end) - from);
      if (node.compression() == JffsCodecs.ZEROS) {
        sink.zeros(Math.min(to, end) - from);
        return;
      }
      byte[] content = kept.get(node);
      if (content == null) {
        content = decompressed(node);
        kept.put(node, content);
      }
      sink.write(content, (int) (from - node.from()), length);
    }

    private byte[] decompressed(Node node) {
      if (node.length() > LARGEST_NODE) {
        throw new Malformed(
            "jffs2.data",
            node.at(),
            "node of " + node.length() + " bytes; at most " + LARGEST_NODE + " expected");
      }
      work += node.length();
      if (work > MAX_REPEATS * (end + LARGEST_NODE)) {
        throw new Malformed(
            "jffs2.overlap", node.at(), "nodes overlap so often that they are not all read");
      }
      Block in = image.block(node.at(), (int) node.stored());
      byte[] out = new byte[(int) node.length()];
      int done = JffsCodecs.decompress(node, in, out);
      if (done != out.length) {
        throw new Malformed(
            "jffs2.data",
            node.at(),
            "node has " + done + " bytes of content, " + out.length + " expected");
      }
      return out;
    }
  }
}
