package dev.assay.formats.jffs2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import dev.assay.model.Problem;
import java.nio.ByteOrder;
import java.util.List;

/** The files that a log describes. */
final class JffsTree implements InodeTree {
  private static final int MAX_TARGET = 65_536;

  private final Bytes image;
  private final ByteOrder order;
  private final JffsLog log;
  private final Memory memory;

  JffsTree(Bytes image, ByteOrder order, JffsLog log, Memory memory) {
    this.image = image;
    this.order = order;
    this.log = log;
    this.memory = memory;
  }

  @Override
  public String format() {
    return "jffs2";
  }

  @Override
  public long root() {
    return JffsLog.ROOT;
  }

  @Override
  public void names(long directory, Taker taker) {
    log.names(directory).forEach(taker::take);
  }

  @Override
  public Entry entry(long number, String path) {
    JffsInode inode =
        log.find(number)
            .orElseThrow(
                () ->
                    new Malformed(
                        "jffs2.inode", -1, "inode " + number + " has no node that can be read"));
    Entry entry = entry(inode, path);
    return inode.damaged() == 0
        ? entry
        : entry.withProblems(
            List.of(
                new Problem(
                    "jffs2.data-crc",
                    inode.damagedAt(),
                    inode.damaged()
                        + " data nodes do not match their CRC; left out as Linux does, what was"
                        + " there before shows")));
  }

  private Entry entry(JffsInode inode, String path) {
    JffsInode.State state = inode.state();
    Entry.Attributes attributes =
        Entry.Attributes.of(state.mode(), state.uid(), state.gid())
            .withXattrs(log.attributes(inode));
    EntryType type = EntryType.ofMode(state.mode());
    return switch (type) {
      case FILE -> Entry.file(path, attributes, content(inode));
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK -> Entry.symlink(path, attributes, Names.decode(bytes(inode)));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(path, type, device(attributes, bytes(inode)));
      default -> Entry.other(path, type, attributes);
    };
  }

  private Content content(JffsInode inode) {
    return new JffsContent(image, order, inode.data(), inode.state().size());
  }

  /** Two bytes hold an old device number, four a wide one. */
  private Entry.Attributes device(Entry.Attributes attributes, byte[] stored) {
    Fields number = new Fields(Bytes.of(stored).block(0, stored.length), order);
    return stored.length < 4
        ? LinuxDevice.old(attributes, number.u16(0))
        : LinuxDevice.wide(attributes, number.u32(0));
  }

  /** What a link or device node holds: its data, whatever size the inode gives. */
  private byte[] bytes(JffsInode inode) {
    return new JffsContent(image, order, inode.data(), -1).whole(memory).toArray(MAX_TARGET);
  }
}
