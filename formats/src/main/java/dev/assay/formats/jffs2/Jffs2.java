package dev.assay.formats.jffs2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import dev.assay.formats.inodes.InodeWalk;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads JFFS2 of both byte orders. */
public final class Jffs2 implements Container, Carvable {
  private static final int ERASE_BLOCK = 64 << 10;

  @Override
  public String type() {
    return "application/vnd.linux.jffs2";
  }

  @Override
  public boolean recognises(Bytes content) {
    Optional<ByteOrder> order = order(content);
    return order.isPresent() && JffsNode.at(new Window(content), order.get(), 0).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    ByteOrder order =
        order(content)
            .orElseThrow(() -> new Malformed("jffs2.node", 0, "no node at the start of the image"));
    JffsLog log = JffsScan.of(content, order, listing);
    InodeWalk.list(new JffsTree(content, order, log, listing.memory()), listing);
  }

  private static Optional<ByteOrder> order(Bytes content) {
    if (content.has(0, (byte) 0x85, (byte) 0x19)) {
      return Optional.of(ByteOrder.LITTLE_ENDIAN);
    }
    return content.has(0, (byte) 0x19, (byte) 0x85)
        ? Optional.of(ByteOrder.BIG_ENDIAN)
        : Optional.empty();
  }

  /** A clean marker, a name or an inode: what an erase block starts with. */
  @Override
  public List<byte[]> magics() {
    return List.of(
        new byte[] {(byte) 0x85, 0x19, 0x03, 0x20},
        new byte[] {(byte) 0x85, 0x19, 0x01, (byte) 0xE0},
        new byte[] {(byte) 0x85, 0x19, 0x02, (byte) 0xE0},
        new byte[] {0x19, (byte) 0x85, 0x20, 0x03},
        new byte[] {0x19, (byte) 0x85, (byte) 0xE0, 0x01},
        new byte[] {0x19, (byte) 0x85, (byte) 0xE0, 0x02});
  }

  /**
   * From the first node as far as nodes and erased flash follow, with gaps of less than an erase
   * block.
   */
  @Override
  public OptionalLong extent(Bytes content, long at) {
    Bytes here = content.from(at);
    Optional<ByteOrder> order = order(here);
    if (order.isEmpty()) {
      return OptionalLong.empty();
    }
    Window window = new Window(here);
    long end = 0;
    int nodes = 0;
    long next = 0;
    while (next < here.size() && next - end <= ERASE_BLOCK) {
      Optional<JffsNode> node = JffsNode.at(window, order.get(), next);
      if (node.isPresent() && node.get().end() <= here.size()) {
        next = Math.min(node.get().next(), here.size());
        end = next;
        nodes++;
        continue;
      }
      long erased = window.skip(next, here.size(), 0xFF);
      if (erased - next >= JffsNode.ALIGNMENT) {
        // What is erased behind bytes that are no node may be another partition's.
        boolean follows = next == end;
        next = erased == here.size() ? erased : erased & -JffsNode.ALIGNMENT;
        end = follows ? next : end;
      } else {
        next += JffsNode.ALIGNMENT;
      }
    }
    return nodes > 1 ? OptionalLong.of(end) : OptionalLong.empty();
  }
}
