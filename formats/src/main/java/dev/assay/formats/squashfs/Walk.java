package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.model.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists an image from its root directory down. */
final class Walk {
  private static final int MAX_DEPTH = 512;
  private static final long INVALID_LISTING = 3;

  private final Bytes image;
  private final Superblock superblock;
  private final Listing listing;
  private final MetadataReader metadata;
  private final InodeReader inodes;
  private final Tables tables;
  private final BlockCodec codec;
  private final FragmentBlocks fragments;
  private final Set<Long> entered = new HashSet<>();
  private final Map<Long, Entry> linked = new HashMap<>();

  Walk(Bytes image, Superblock superblock, Listing listing) {
    this.image = image;
    this.superblock = superblock;
    this.listing = listing;
    this.codec = Codecs.of(image, superblock);
    this.metadata = new MetadataReader(image, codec);
    this.inodes = new InodeReader(metadata, superblock, image.size());
    this.tables = new Tables(image, superblock, metadata);
    this.fragments = new FragmentBlocks(image, codec, superblock.blockSize());
  }

  void run() {
    if (inodes.read(superblock.rootInode()) instanceof Inode.Directory root) {
      directory(root, "", 0);
    } else {
      throw new Malformed("squashfs.root", 32, "the root inode is not a directory");
    }
  }

  private void directory(Inode.Directory directory, String prefix, int depth) {
    long key = directory.block() << 16 | directory.offset();
    if (directory.size() <= INVALID_LISTING) {
      return;
    }
    if (depth > MAX_DEPTH) {
      problem("limit.depth", "`" + prefix + "` is deeper than " + MAX_DEPTH + " directories");
      return;
    }
    // A directory has one parent: a second name is a cycle or a way to multiply the listing.
    if (!entered.add(key)) {
      problem(
          "squashfs.cycle",
          "directory `" + prefix + "` was listed under another name; not entered again");
      return;
    }
    try {
      entries(directory, prefix, depth);
    } catch (Malformed damaged) {
      problem(
          "squashfs.directory",
          "directory `" + prefix + "`: " + damaged.getMessage() + "; its rest is not listed");
    }
  }

  private void entries(Inode.Directory directory, String prefix, int depth) {
    MetadataReader.Cursor cursor =
        metadata.atBlock(superblock.directoryTable() + directory.block(), directory.offset());
    long left = directory.size() - INVALID_LISTING;
    while (left > 0) {
      Block header = cursor.next(12);
      left -= 12;
      long count = header.u32le(0) + 1;
      if (count > 256) {
        throw new Malformed(
            "squashfs.directory", -1, "run of " + count + " entries; at most 256 expected");
      }
      long inodeBlock = header.u32le(4);
      for (int i = 0; i < count; i++) {
        Block entry = cursor.next(8);
        int nameSize = entry.u16le(6) + 1;
        String name = Names.decode(cursor.next(nameSize).bytes(0, nameSize));
        left -= 8 + nameSize;
        entry(prefix + name, inodeBlock << 16 | entry.u16le(0), depth);
      }
    }
  }

  private void entry(String path, long reference, int depth) {
    Inode inode;
    Entry.Attributes attributes;
    try {
      inode = inodes.read(reference);
      attributes = attributes(inode.common());
    } catch (Malformed damaged) {
      listing.add(
          Entry.other(path, EntryType.FILE, Entry.Attributes.NONE)
              .withProblems(List.of(damaged.problem())));
      return;
    }
    switch (inode) {
      case Inode.Directory directory -> {
        listing.add(Entry.directory(path, attributes));
        directory(directory, path + "/", depth + 1);
      }
      case Inode.File file -> listing.add(file(path, attributes, file));
      case Inode.Link link -> listing.add(Entry.symlink(path, attributes, link.target()));
      case Inode.Device device -> {
        boolean block = device.common().type() == 4 || device.common().type() == 11;
        long number = device.device();
        listing.add(
            Entry.other(
                path,
                block ? EntryType.BLOCK_DEVICE : EntryType.CHARACTER_DEVICE,
                attributes.withDevice(
                    number >> 8 & 0xFFF, number & 0xFF | number >> 12 & 0xFFF00)));
      }
      case Inode.Pipe pipe ->
          listing.add(
              Entry.other(
                  path,
                  pipe.common().type() == 6 || pipe.common().type() == 13
                      ? EntryType.FIFO
                      : EntryType.SOCKET,
                  attributes));
    }
  }

  private Entry file(String path, Entry.Attributes attributes, Inode.File file) {
    Entry before = linked.get(file.common().number());
    if (before != null) {
      return before.withPath(path);
    }
    Entry entry;
    try {
      Optional<Tables.Fragment> fragment =
          file.fragment() < 0 ? Optional.empty() : Optional.of(tables.fragment(file.fragment()));
      entry =
          Entry.file(
              path,
              attributes,
              new FileContent(image, file, codec, superblock.blockSize(), fragments, fragment));
    } catch (Malformed damaged) {
      entry =
          Entry.other(path, EntryType.FILE, attributes).withProblems(List.of(damaged.problem()));
    }
    if (file.common().links() > 1) {
      linked.put(file.common().number(), entry);
    }
    return entry;
  }

  private Entry.Attributes attributes(Inode.Common common) {
    return Entry.Attributes.of(
            common.mode(), tables.id(common.uidIndex()), tables.id(common.gidIndex()))
        .withXattrs(tables.xattrs(common.xattr()));
  }

  private void problem(String code, String message) {
    listing.problem(new Problem(code, -1, message));
  }
}
