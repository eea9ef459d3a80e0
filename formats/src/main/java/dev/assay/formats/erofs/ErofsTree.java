package dev.assay.formats.erofs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;

/** The files of an image. */
final class ErofsTree implements InodeTree {
  private static final int MAX_TARGET = 65_536;
  private static final int ENTRY = 12;

  private final Bytes image;
  private final ErofsSuperblock superblock;
  private final ErofsContents contents;
  private final Memory memory;

  ErofsTree(Bytes image, ErofsSuperblock superblock, Memory memory) {
    this.image = image;
    this.superblock = superblock;
    this.contents = new ErofsContents(image, superblock);
    this.memory = memory;
  }

  @Override
  public String format() {
    return "erofs";
  }

  @Override
  public long root() {
    return superblock.root();
  }

  @Override
  public void names(long directory, Taker taker) {
    Bytes content = opened(ErofsInode.read(image, superblock, directory));
    for (long at = 0; at < content.size(); at += superblock.blockSize()) {
      block(content.blockUpTo(at, superblock.blockSize()), taker);
    }
  }

  private static void block(Block block, Taker taker) {
    int first = block.u16le(8);
    if (first < ENTRY || first % ENTRY != 0 || first > block.size()) {
      throw new Malformed("erofs.directory", -1, "names start at " + first + " of their block");
    }
    int count = first / ENTRY;
    for (int i = 0; i < count; i++) {
      int from = block.u16le(i * ENTRY + 8);
      int to = i + 1 < count ? block.u16le((i + 1) * ENTRY + 8) : block.size();
      if (from < first || to < from || to > block.size()) {
        throw new Malformed("erofs.directory", -1, "name from " + from + " to " + to);
      }
      int end = from;
      while (end < to && block.u8(end) != 0) {
        end++;
      }
      taker.take(Names.decode(block.bytes(from, end - from)), block.i64le(i * ENTRY));
    }
  }

  @Override
  public Entry entry(long number, String path) {
    ErofsInode inode = ErofsInode.read(image, superblock, number);
    Entry.Attributes attributes =
        Entry.Attributes.of(inode.mode(), inode.uid(), inode.gid())
            .withXattrs(ErofsXattrs.of(image, superblock, inode));
    EntryType type = EntryType.ofMode(inode.mode());
    return switch (type) {
      case FILE -> Entry.file(path, attributes, contents.of(inode));
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK ->
          Entry.symlink(path, attributes, Names.decode(opened(inode).toArray(MAX_TARGET)));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(path, type, LinuxDevice.wide(attributes, inode.start()));
      default -> Entry.other(path, type, attributes);
    };
  }

  private Bytes opened(ErofsInode inode) {
    return contents.of(inode).whole(memory);
  }
}
