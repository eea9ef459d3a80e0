package dev.assay.formats.f2fs;

import static dev.assay.formats.f2fs.F2fsSuperblock.BLOCK;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import dev.assay.model.Problem;
import java.util.List;

/** The files of an image. */
final class F2fsTree implements InodeTree {
  private static final int MAX_TARGET = 65_536;

  private final Bytes image;
  private final F2fsSuperblock superblock;
  private final Nodes nodes;
  private final Memory memory;

  F2fsTree(Bytes image, F2fsSuperblock superblock, Nodes nodes, Memory memory) {
    this.image = image;
    this.superblock = superblock;
    this.nodes = nodes;
    this.memory = memory;
  }

  @Override
  public String format() {
    return "f2fs";
  }

  @Override
  public long root() {
    return superblock.root();
  }

  @Override
  public void names(long directory, Taker taker) {
    F2fsInode inode = F2fsInode.read(nodes, superblock, directory);
    if (inode.isEncrypted()) {
      return;
    }
    if (inode.hasInlineNames()) {
      NameBlock.inline(inode.inline()).tell(taker);
      return;
    }
    BlockWalk.of(
        nodes,
        inode,
        new BlockWalk.Taker() {
          @Override
          public void hole(long count) {}

          @Override
          public void block(long address) {
            NameBlock.whole(image.block(address * BLOCK, BLOCK)).tell(taker);
          }
        });
  }

  @Override
  public Entry entry(long number, String path) {
    F2fsInode inode = F2fsInode.read(nodes, superblock, number);
    Block node = inode.node();
    Entry.Attributes attributes =
        Entry.Attributes.of(inode.mode(), node.i32le(4), node.i32le(8))
            .withXattrs(F2fsXattrs.of(nodes, inode));
    EntryType type = EntryType.ofMode(inode.mode());
    Entry entry =
        switch (type) {
          case DIRECTORY -> Entry.directory(path, attributes);
          case FILE, HARDLINK ->
              inode.isEncrypted()
                  ? Entry.other(path, EntryType.FILE, attributes)
                  : Entry.file(path, attributes, new F2fsContent(image, nodes, inode));
          case SYMLINK -> Entry.symlink(path, attributes, target(inode));
          case CHARACTER_DEVICE, BLOCK_DEVICE -> Entry.other(path, type, device(inode, attributes));
          case FIFO, SOCKET -> Entry.other(path, type, attributes);
        };
    return inode.isEncrypted()
        ? entry.withProblems(List.of(new Problem("f2fs.encrypted", -1, "is encrypted; not read")))
        : entry;
  }

  private String target(F2fsInode inode) {
    if (inode.isEncrypted()) {
      return "";
    }
    Bytes content = new F2fsContent(image, nodes, inode).whole(memory);
    return Names.decode(content.toArray(MAX_TARGET));
  }

  private static Entry.Attributes device(F2fsInode inode, Entry.Attributes attributes) {
    long old = inode.node().u32le(inode.addressesAt());
    return old != 0
        ? LinuxDevice.old(attributes, old)
        : LinuxDevice.wide(attributes, inode.node().u32le(inode.addressesAt() + 4));
  }
}
