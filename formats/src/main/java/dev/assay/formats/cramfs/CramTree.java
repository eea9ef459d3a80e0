package dev.assay.formats.cramfs;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import java.util.HashSet;
import java.util.Set;

/** The files of an image; an inode's number is its offset. */
final class CramTree implements InodeTree {
  private static final int MAX_TARGET = 65_536;

  private final Bytes image;
  private final CramSuperblock superblock;
  private final Memory memory;
  private final int blockSize;
  private final Set<Long> listed = new HashSet<>();

  CramTree(Bytes image, CramSuperblock superblock, Memory memory) {
    this.image = image;
    this.superblock = superblock;
    this.memory = memory;
    this.blockSize = BlockSize.of(image, superblock);
  }

  @Override
  public String format() {
    return "cramfs";
  }

  @Override
  public long root() {
    return superblock.root().at();
  }

  @Override
  public void names(long directory, Taker taker) {
    CramInode inode = inode(directory);
    if (inode.size() > 0 && !listed.add(inode.dataAt())) {
      throw new Malformed("cramfs.cycle", inode.dataAt(), "entries of another directory");
    }
    long end = inode.dataAt() + inode.size();
    for (long at = inode.dataAt(); at < end; ) {
      CramInode member = inode(at);
      taker.take(member.name(image), at);
      at = member.end();
    }
  }

  @Override
  public Entry entry(long number, String path) {
    CramInode inode = inode(number);
    Entry.Attributes attributes = Entry.Attributes.of(inode.mode(), inode.uid(), inode.gid());
    EntryType type = EntryType.ofMode(inode.mode());
    return switch (type) {
      case FILE -> Entry.file(path, attributes, content(inode));
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK -> Entry.symlink(path, attributes, target(inode));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(path, type, LinuxDevice.old(attributes, inode.size()));
      default -> Entry.other(path, type, attributes);
    };
  }

  private CramInode inode(long at) {
    return CramInode.at(image, superblock.order(), at);
  }

  private Content content(CramInode inode) {
    return new CramContent(image, superblock, inode, blockSize);
  }

  private String target(CramInode inode) {
    try {
      return Names.decode(content(inode).whole(memory).toArray(MAX_TARGET));
    } catch (Malformed damaged) {
      throw new Malformed("cramfs.link", inode.at(), "target of the link: " + damaged.getMessage());
    }
  }
}
