package dev.assay.formats.squashfs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import java.util.Optional;

/** The files of an image of version 2 or 3; an inode's number is its reference. */
final class OldTree implements InodeTree {
  private static final int METADATA = 8192;
  private static final int AS_USER = 255;

  private final Bytes image;
  private final OldSuperblock superblock;
  private final BlockCodec codec;
  private final OldInodes inodes;
  private final FragmentBlocks fragments;

  private OldTree(Bytes image, OldSuperblock superblock, BlockCodec codec) {
    this.image = image;
    this.superblock = superblock;
    this.codec = codec;
    this.inodes = new OldInodes(image, superblock, codec);
    this.fragments = new FragmentBlocks(image, codec, superblock.blockSize());
  }

  /**
   * @throws Malformed where no compressor gives a root directory
   */
  static OldTree of(Bytes image, OldSuperblock superblock) {
    return new OldTree(image, superblock, Codecs.of(image, superblock));
  }

  @Override
  public String format() {
    return "squashfs";
  }

  @Override
  public long root() {
    return superblock.rootInode();
  }

  @Override
  public void names(long number, Taker taker) {
    if (!(inodes.read(number) instanceof Inode.Directory directory)) {
      throw new Malformed("squashfs.directory", -1, "is no directory");
    }
    boolean third = superblock.version() == 3;
    int header = third ? 9 : 4;
    int fixed = third ? 5 : 3;
    MetadataReader.Cursor cursor =
        inodes
            .metadata()
            .atBlock(superblock.directoryTable() + directory.block(), directory.offset());
    // The size may be 3 more than there is: less than a header either way.
    long left = directory.size();
    while (left >= header) {
      BitFields run = fields(cursor.next(header));
      left -= header;
      long start = run.at(8, third ? 32 : 24);
      for (long i = run.at(0, 8); i >= 0; i--) {
        BitFields entry = fields(cursor.next(fixed));
        int length = (int) entry.at(16, 8) + 1;
        String name = Names.decode(cursor.next(length).bytes(0, length));
        left -= fixed + length;
        taker.take(name, start << 16 | entry.at(0, 13));
      }
    }
  }

  private BitFields fields(Block block) {
    return new BitFields(block, superblock.order());
  }

  @Override
  public Entry entry(long number, String path) {
    Inode inode = inodes.read(number);
    Entry.Attributes attributes = attributes(inode.common());
    return switch (inode) {
      case Inode.Directory directory -> Entry.directory(path, attributes);
      case Inode.Link link -> Entry.symlink(path, attributes, link.target());
      case Inode.Device device ->
          Entry.other(
              path,
              device.common().type() == 4 ? EntryType.BLOCK_DEVICE : EntryType.CHARACTER_DEVICE,
              LinuxDevice.old(attributes, device.device()));
      case Inode.Pipe pipe ->
          Entry.other(
              path, pipe.common().type() == 6 ? EntryType.FIFO : EntryType.SOCKET, attributes);
      case Inode.File file ->
          Entry.file(
              path,
              attributes,
              new FileContent(
                  image, file, codec, superblock.blockSize(), fragments, fragment(file)));
    };
  }

  private Entry.Attributes attributes(Inode.Common common) {
    int user = id(superblock.userTable(), common.uidIndex(), superblock.users());
    int group =
        common.gidIndex() == AS_USER
            ? user
            : id(superblock.groupTable(), common.gidIndex(), superblock.groups());
    return Entry.Attributes.of(common.mode(), user, group);
  }

  private int id(long table, int index, int count) {
    if (index >= count) {
      throw new Malformed("squashfs.id", -1, "id " + index + " of " + count);
    }
    return (int) fields(image.block(table + 4L * index, 4)).at(0, 32);
  }

  private Optional<Tables.Fragment> fragment(Inode.File file) {
    if (file.fragment() < 0) {
      return Optional.empty();
    }
    if (file.fragment() >= superblock.fragments()) {
      throw new Malformed(
          "squashfs.fragment", -1, "fragment " + file.fragment() + " of " + superblock.fragments());
    }
    boolean third = superblock.version() == 3;
    int size = third ? 16 : 8;
    int pointer = third ? 8 : 4;
    long perBlock = METADATA / size;
    long at = superblock.fragmentTable() + file.fragment() / perBlock * pointer;
    long block = fields(image.block(at, pointer)).at(0, 8 * pointer);
    int offset = (int) (file.fragment() % perBlock) * size;
    BitFields entry = fields(inodes.metadata().atBlock(block, offset).next(size));
    int startBits = third ? 64 : 32;
    return Optional.of(new Tables.Fragment(entry.at(0, startBits), (int) entry.at(startBits, 32)));
  }
}
