package dev.assay.formats.jffs2;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Listing;
import dev.assay.formats.Names;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** Reads all nodes of an image, in the order in which they lie there. */
final class JffsScan {
  private static final int MAX_NODES = 2_000_000;
  private static final int MAX_PROBLEMS = 50;
  static final int INODE_SIZE = 68;
  private static final int DIRENT_SIZE = 40;
  private static final int XATTR_SIZE = 32;
  private static final int XREF_SIZE = 28;

  private final Window image;
  private final ByteOrder order;
  private final Listing listing;
  private final JffsLog log = new JffsLog();
  private int problems;

  private JffsScan(Bytes image, ByteOrder order, Listing listing) {
    this.image = new Window(image);
    this.order = order;
    this.listing = listing;
  }

  static JffsLog of(Bytes image, ByteOrder order, Listing listing) {
    JffsScan scan = new JffsScan(image, order, listing);
    scan.run();
    return scan.log;
  }

  private void run() {
    long at = 0;
    int nodes = 0;
    while (at <= image.size() - JffsNode.HEADER) {
      Optional<JffsNode> found = JffsNode.at(image, order, at);
      if (found.isEmpty()) {
        at = afterGap(at);
        continue;
      }
      JffsNode node = found.get();
      if (node.end() > image.size()) {
        problem("truncated", at, "node of " + node.length() + " bytes reaches beyond the image");
        at += JffsNode.ALIGNMENT;
        continue;
      }
      if (++nodes > MAX_NODES) {
        listing.problem(
            new Problem("limit.nodes", at, "more than " + MAX_NODES + " nodes; the rest not read"));
        return;
      }
      if (!node.obsolete()) {
        take(node);
      }
      at = node.next();
    }
  }

  /** Where a node may stand next, behind erased flash or bytes that are none. */
  private long afterGap(long at) {
    long end = image.size();
    long erased = image.skip(at, end, 0xFF);
    return erased > at + JffsNode.ALIGNMENT
        ? erased & -JffsNode.ALIGNMENT
        : at + JffsNode.ALIGNMENT;
  }

  private void take(JffsNode node) {
    switch (node.type()) {
      case JffsNode.DIRENT -> dirent(node);
      case JffsNode.INODE -> inode(node);
      case JffsNode.XATTR -> xattr(node);
      case JffsNode.XREF -> xref(node);
      default -> {
        if (node.isIncompatible()) {
          problem(
              "node-type",
              node.at(),
              String.format(Locale.ROOT, "node of unknown type %04x; not read", node.type()));
        }
      }
    }
  }

  private void dirent(JffsNode node) {
    Optional<Fields> read = fields(node, DIRENT_SIZE, 32, 32);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    int nameSize = fields.u8(28);
    if (nameSize > node.length() - DIRENT_SIZE) {
      problem("name", node.at(), "name of " + nameSize + " bytes does not fit its node");
      return;
    }
    Block name = image.block(node.at() + DIRENT_SIZE, nameSize);
    if (JffsNode.crc(name, 0, nameSize) != fields.i32(36)) {
      problem("name-crc", node.at(), "CRC of a name does not match; the name is left out");
      return;
    }
    log.link(
        fields.u32(12), name.bytes(0, nameSize), new JffsLog.Link(fields.u32(16), fields.u32(20)));
  }

  private void inode(JffsNode node) {
    Optional<Fields> read = fields(node, INODE_SIZE, 60, 64);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    JffsInode inode = log.inode(fields.u32(12));
    long stored = fields.u32(48);
    if (stored > node.length() - INODE_SIZE) {
      problem("data", node.at(), "data of " + stored + " bytes do not fit their node");
      inode.takeDamage(node.at());
      return;
    }
    Block data = image.block(node.at() + INODE_SIZE, (int) stored);
    if (stored > 0 && JffsNode.crc(data, 0, data.size()) != fields.i32(60)) {
      inode.takeDamage(node.at());
      return;
    }
    inode.take(
        new JffsInode.State(
            fields.u32(16), fields.i32(20), fields.u16(24), fields.u16(26), fields.u32(28)));
    if (fields.u32(52) > 0) {
      inode.takeData(node.at());
    }
  }

  private void xattr(JffsNode node) {
    Optional<Fields> read = fields(node, XATTR_SIZE, 28, 28);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    int nameSize = fields.u8(21);
    int valueSize = fields.u16(22);
    int size = nameSize + 1 + valueSize;
    if (size > node.length() - XATTR_SIZE) {
      problem("xattr", node.at(), "attribute of " + size + " bytes does not fit its node");
      return;
    }
    Block data = image.block(node.at() + XATTR_SIZE, size);
    if (JffsNode.crc(data, 0, size) != fields.i32(24)) {
      problem("xattr", node.at(), "CRC of an attribute does not match; it is left out");
      return;
    }
    String name = prefix(fields.u8(20)) + Names.decode(data.bytes(0, nameSize));
    log.attribute(
        fields.u32(12),
        new JffsLog.Attribute(fields.u32(16), name, data.bytes(nameSize + 1, valueSize)));
  }

  private void xref(JffsNode node) {
    fields(node, XREF_SIZE, 24, 24)
        .ifPresent(
            fields -> log.inode(fields.u32(12)).takeAttribute(fields.u32(16), fields.u32(20)));
  }

  /**
   * The fixed part of a node, if its CRC matches.
   *
   * @param covered bytes that the CRC covers
   * @param crcAt where it stands
   */
  private Optional<Fields> fields(JffsNode node, int size, int covered, int crcAt) {
    if (node.length() < size) {
      problem("node", node.at(), "node of " + node.length() + " bytes; at least " + size);
      return Optional.empty();
    }
    Fields fields = new Fields(image.block(node.at(), size), order);
    if (JffsNode.crc(fields.block(), 0, covered) != fields.i32(crcAt)) {
      problem("node-crc", node.at(), "CRC of a node does not match; the node is left out");
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static String prefix(int number) {
    return switch (number) {
      case 1 -> "user.";
      case 2 -> "security.";
      case 3 -> "system.posix_acl_access";
      case 4 -> "system.posix_acl_default";
      case 5 -> "trusted.";
      default -> "unknown" + number + ".";
    };
  }

  private void problem(String code, long at, String message) {
    if (++problems <= MAX_PROBLEMS) {
      listing.problem(new Problem("jffs2." + code, at, message));
    } else if (problems == MAX_PROBLEMS + 1) {
      listing.problem(new Problem("jffs2.damage", at, "more damaged nodes; not told one by one"));
    }
  }
}
