package dev.assay.formats.ext;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.model.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists a file system from its root directory down. */
final class ExtWalk {
  static final long ROOT = 2;
  private static final int MAX_DEPTH = 512;
  private static final int MAX_TARGET = 65_536;
  private static final int INLINE_PARENT = 4;

  private final Bytes image;
  private final ExtSuperblock superblock;
  private final Listing listing;
  private final Set<Long> entered = new HashSet<>();
  private final Map<Long, Entry> linked = new HashMap<>();

  ExtWalk(Bytes image, ExtSuperblock superblock, Listing listing) {
    this.image = image;
    this.superblock = superblock;
    this.listing = listing;
  }

  void run() {
    directory(ExtInode.read(image, superblock, ROOT), "", 0);
  }

  private void directory(ExtInode inode, String prefix, int depth) {
    if (depth > MAX_DEPTH) {
      problem("limit.depth", "`" + prefix + "` is deeper than " + MAX_DEPTH + " directories");
      return;
    }
    if (inode.isEncrypted()) {
      problem("ext.encrypted", "directory `" + prefix + "` is encrypted; not listed");
      return;
    }
    // A directory has one parent: a second name is a cycle or a way to multiply the listing.
    if (!entered.add(inode.number())) {
      problem(
          "ext.cycle",
          "directory `" + prefix + "` was listed under another name; not entered again");
      return;
    }
    try {
      if (inode.isInline()) {
        inline(inode, prefix, depth);
      } else {
        blocks(inode, prefix, depth);
      }
    } catch (Malformed damaged) {
      problem(
          "ext.directory",
          "directory `" + prefix + "`: " + damaged.getMessage() + "; its rest is not listed");
    }
  }

  private void blocks(ExtInode inode, String prefix, int depth) {
    int blockSize = superblock.blockSize();
    for (Run run : BlockMap.of(image, superblock, inode)) {
      for (long i = 0;
          run.written() && i < run.count() && (run.logical() + i) * blockSize < inode.size();
          i++) {
        entries(image.block((run.physical() + i) * blockSize, blockSize), prefix, depth);
      }
    }
  }

  /**
   * Inline directories have no entries for themselves and their parent, and their two parts end
   * entries separately.
   */
  private void inline(ExtInode inode, String prefix, int depth) {
    entries(inode.map().slice(INLINE_PARENT, 60 - INLINE_PARENT), prefix, depth);
    byte[] rest = ExtXattrs.of(image, superblock, inode).get(ExtXattrs.INLINE_DATA);
    if (rest != null && rest.length > 0) {
      entries(Bytes.of(rest).block(0, rest.length), prefix, depth);
    }
  }

  private void entries(Block block, String prefix, int depth) {
    int at = 0;
    while (at + 8 <= block.size()) {
      long inode = block.u32le(at);
      int length = block.u16le(at + 4);
      int nameSize = block.u8(at + 6);
      if (length == 0 && inode == 0 && nameSize == 0) {
        return;
      }
      // In blocks of 64 KiB a length of 65535 or 0 means the whole block.
      int step = length == 0xFFFF || length == 0 ? block.size() : length;
      if (step < 8 + nameSize || step % 4 != 0 || at + step > block.size()) {
        throw new Malformed(
            "ext.directory",
            -1,
            "entry of " + length + " bytes with a name of " + nameSize + " does not fit its block");
      }
      if (inode != 0 && nameSize > 0) {
        String name = Names.decode(block.bytes(at + 8, nameSize));
        if (!name.equals(".") && !name.equals("..")) {
          entry(inode, prefix + name, depth);
        }
      }
      at += step;
    }
  }

  private void entry(long number, String path, int depth) {
    Entry before = linked.get(number);
    if (before != null) {
      listing.add(before.withPath(path));
      return;
    }
    try {
      ExtInode inode = ExtInode.read(image, superblock, number);
      if (inode.isDirectory()) {
        listing.add(Entry.directory(path, attributes(inode)));
        directory(inode, path + "/", depth + 1);
        return;
      }
      Entry entry = entry(inode, path);
      if (inode.links() > 1) {
        linked.put(number, entry);
      }
      listing.add(entry);
    } catch (Malformed damaged) {
      listing.add(
          Entry.other(path, EntryType.FILE, Entry.Attributes.NONE)
              .withProblems(List.of(damaged.problem())));
    }
  }

  private Entry entry(ExtInode inode, String path) {
    Entry.Attributes attributes = attributes(inode);
    EntryType type = EntryType.ofMode(inode.mode());
    return switch (type) {
      case SYMLINK -> Entry.symlink(path, attributes, target(inode));
      case CHARACTER_DEVICE, BLOCK_DEVICE -> Entry.other(path, type, device(inode, attributes));
      case FIFO, SOCKET -> Entry.other(path, type, attributes);
      default ->
          inode.isEncrypted()
              ? Entry.other(path, EntryType.FILE, attributes)
                  .withProblems(
                      List.of(new Problem("ext.encrypted", -1, "the file is encrypted; not read")))
              : Entry.file(path, attributes, new ExtContent(image, superblock, inode));
    };
  }

  private static Entry.Attributes device(ExtInode inode, Entry.Attributes attributes) {
    long old = inode.map().u32le(0);
    if (old != 0) {
      return attributes.withDevice(old >> 8 & 0xFF, old & 0xFF);
    }
    long number = inode.map().u32le(4);
    return attributes.withDevice(number >> 8 & 0xFFF, number & 0xFF | number >> 12 & 0xFFF00);
  }

  private String target(ExtInode inode) {
    if (inode.size() > MAX_TARGET || inode.size() < 0) {
      throw new Malformed(
          "ext.link",
          -1,
          "link target of " + inode.size() + " bytes; at most " + MAX_TARGET + " expected");
    }
    // Targets of up to 59 bytes stand in the inode; such a link has no blocks.
    if (inode.size() < 60 && !inode.hasExtents() && !inode.isInline()) {
      return Names.decode(inode.map().bytes(0, (int) inode.size()));
    }
    Content content = new ExtContent(image, superblock, inode);
    return Names.decode(content.whole(listing.memory()).toArray(MAX_TARGET));
  }

  private Entry.Attributes attributes(ExtInode inode) {
    Map<String, byte[]> xattrs = new HashMap<>(ExtXattrs.of(image, superblock, inode));
    xattrs.remove(ExtXattrs.INLINE_DATA);
    return Entry.Attributes.of(inode.mode(), inode.uid(), inode.gid()).withXattrs(xattrs);
  }

  private void problem(String code, String message) {
    listing.problem(new Problem(code, -1, message));
  }
}
