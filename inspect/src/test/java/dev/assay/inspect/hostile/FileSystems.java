package dev.assay.inspect.hostile;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Small file systems of disks and flash, forged, sound unless their parameters are not. */
final class FileSystems {
  private FileSystems() {}

  /** Offsets in {@link #ext}: inodes, and the inode that the directory names. */
  static final int EXT_ROOT = extInode(2);

  static final int EXT_FILE = extInode(12);
  static final int EXT_DIRECTORY = extInode(13);
  static final int EXT_LINK = extInode(14);
  static final int EXT_NAMED = 9 * 1024 + 24;

  private static final int MAP = 40;
  private static final int EXTENTS = 0x80000;

  private static int extInode(int number) {
    return 5 * 1024 + 128 * (number - 1);
  }

  /**
   * An ext4 of 64 blocks of 1 KiB: a root, in it a file, a link and a directory, in which `file` is
   * named again.
   *
   * @param fields offsets of 32-bit fields and their values
   */
  static byte[] ext(long... fields) {
    Draft image = extStart(64, 16);
    image.fillTo(0, EXT_ROOT).bytes(extNode(040755, 1024, 8, 1));
    image.fillTo(0, EXT_FILE).bytes(extNode(0100644, 4096, 10, 4));
    image.bytes(extNode(040755, 1024, 9, 1)).bytes(extNode(0120777, 4, 0, 0));
    image.fillTo(0, 8 * 1024).bytes(extName(12, "file", 12)).bytes(extName(13, "dir", 12));
    image.bytes(extName(14, "link", 1000)).bytes(extName(13, ".", 12));
    image.bytes(extName(2, "..", 12)).bytes(extName(12, "again", 1000));
    image.fillTo('x', 16 * 1024).u32(0);
    return set(image.fillTo(0, 64 * 1024).done(), fields);
  }

  /** Directories one in the other, each of which has two names. */
  static byte[] extOfTwoNames(int levels) {
    Draft image = extStart(64, 64).fillTo(0, EXT_ROOT).bytes(extNode(040755, 1024, 16, 1));
    image.fillTo(0, EXT_FILE);
    for (int i = 1; i < levels; i++) {
      image.bytes(extNode(040755, 1024, 16 + i, 1));
    }
    image.fillTo(0, 16 * 1024);
    for (int i = 0; i < levels - 1; i++) {
      image.bytes(extName(12 + i, "a", 512)).bytes(extName(12 + i, "b", 512));
    }
    return image.fillTo(0, 64 * 1024).done();
  }

  private static Draft extStart(int blocks, int inodes) {
    Draft image = Draft.little().fillTo(0, 1024).u32(inodes, blocks, 0, 0, 0, 1, 0, 0);
    image.u32(8192, 8192, inodes).fillTo(0, 1024 + 56).u16(0xEF53, 1).fillTo(0, 1024 + 76);
    image.u32(1).fillTo(0, 1024 + 88).u16(128).fillTo(0, 1024 + 96).u32(0x42);
    return image.fillTo(0, 2 * 1024).u32(3, 4, 5).fillTo(0, 5 * 1024);
  }

  private static byte[] extNode(int mode, long size, int block, int count) {
    Draft inode = Draft.little().u16(mode, 0).u32(size).fillTo(0, 26).u16(1);
    inode.fillTo(0, 32).u32(count == 0 ? 0 : EXTENTS).fillTo(0, MAP);
    if (count > 0) {
      inode.u16(0xF30A, 1, 4, 0).u32(0, 0).u16(count, 0).u32(block);
    } else {
      inode.text("file");
    }
    return inode.fillTo(0, 128).done();
  }

  private static byte[] extName(int inode, String name, int length) {
    Draft entry = Draft.little().u32(inode).u16(length).u8(name.length(), 0).text(name);
    return entry.fillTo(0, length).done();
  }

  /** What an exFAT is to be made of: entries of the root, and what the FAT says of clusters. */
  static byte[] exfat(byte[] root, long... fat) {
    Draft image = Draft.little().u8(0xEB, 0x76, 0x90).text("EXFAT   ").fillTo(0, 72).u64(32);
    image.u32(4, 1, 8, 24, 2).fillTo(0, 108).u8(9, 0).fillTo(0, 510).u8(0x55, 0xAA);
    image.fillTo(0, 4 * 512).u32(0xFFFFFFF8L, 0xFFFFFFFFL).u32(fat);
    return image.fillTo(0, 8 * 512).bytes(root).fillTo(0, 9 * 512).fillTo('x', 32 * 512).done();
  }

  /** The entries of a file or directory. */
  static byte[] exfatFile(String name, int attributes, long cluster, long written, long size) {
    Draft set = Draft.little().u8(0x85, 2, 0, 0).u16(attributes).fillTo(0, 32);
    set.u8(0xC0, 1, 0, name.length()).u32(0).u64(written).u32(0, cluster).u64(size);
    set.u8(0xC1, 0);
    name.chars().forEach(each -> set.u16(each));
    byte[] entries = set.fillTo(0, 96).done();
    int sum = 0;
    for (int i = 0; i < entries.length; i++) {
      sum = i == 2 || i == 3 ? sum : ((sum & 1) << 15) + (sum >> 1) + (entries[i] & 255) & 0xFFFF;
    }
    entries[2] = (byte) sum;
    entries[3] = (byte) (sum >> 8);
    return entries;
  }

  /**
   * A UBIFS of 8 erase blocks whose index leads to these leaves in the order of their keys; the
   * root directory is among them.
   */
  static byte[] ubifs(byte[]... leaves) {
    int block = 16 * 1024;
    Draft index = Draft.little();
    Draft nodes = Draft.little();
    for (byte[] leaf : leaves) {
      index.u32(6, nodes.size(), leaf.length).bytes(Arrays.copyOfRange(leaf, 24, 32));
      nodes.bytes(leaf).fill(0, -leaf.length & 7);
    }
    Draft superblock = Draft.little().fillTo(0, 8).u32(8, block, 8, 8, 0, 0, 1);
    byte[] branches = Draft.little().u16(leaves.length, 0).bytes(index.done()).done();
    Draft image = Draft.little().bytes(ubifsNode(6, superblock.fillTo(0, 4072).done()));
    byte[] master = Draft.little().u64(9, 1).u32(0, 3, 5, 0, 0).fillTo(0, 488).done();
    image.fillTo(0xFF, block).bytes(ubifsNode(7, master)).fillTo(0xFF, 2 * block);
    image.bytes(ubifsNode(7, master)).fillTo(0xFF, 3 * block);
    image.bytes(ubifsNode(10, Draft.little().u64(1).done())).fillTo(0xFF, 5 * block);
    image.bytes(ubifsNode(9, branches)).fillTo(0xFF, 6 * block).bytes(nodes.done());
    return image.fillTo(0xFF, 8 * block).done();
  }

  private static byte[] ubifsNode(int type, byte[] body) {
    Draft node = Draft.little().u64(1).u32(24 + body.length).u8(type, 0, 0, 0).bytes(body);
    CRC32 crc = new CRC32();
    crc.update(node.done());
    return Draft.little().u32(0x06101831, ~crc.getValue()).bytes(node.done()).done();
  }

  static byte[] ubifsInode(long number, int mode, long size, int flags) {
    Draft body = Draft.little().u32(number, 0, 0, 0).u64(0, size).fillTo(0, 68).u32(1, 0, 0);
    return ubifsNode(0, body.u32(mode, flags, 0).fillTo(0, 136).done());
  }

  static byte[] ubifsName(long directory, String name, long inode) {
    Draft body = Draft.little().u32(directory, 2L << 29 | 7, 0, 0).u64(inode).u8(0, 0);
    return ubifsNode(2, body.u16(name.length()).u32(0).text(name).u8(0).done());
  }

  /** A block of data that is said to be {@code size} bytes. */
  static byte[] ubifsData(long inode, long size, int compression) {
    Draft body = Draft.little().u32(inode, 1L << 29, 0, 0).u32(size).u16(compression, 0);
    return ubifsNode(1, body.text("a few words").done());
  }

  /** The pages of a YAFFS2: a root directory, then these. */
  static byte[] yaffs2(byte[]... pages) {
    Draft image = Draft.little().bytes(yaffs2Header(1, 3, 1, "", 0, 0));
    for (byte[] page : pages) {
      image.bytes(page);
    }
    return image.fill(0xFF, 2112).done();
  }

  /**
   * The header of an object.
   *
   * @param type 1 file, 3 directory, 4 hard link
   * @param same the object that a hard link names
   */
  static byte[] yaffs2Header(
      int object, int type, int directory, String name, long size, int same) {
    Draft page = Draft.little().u32(type, directory).u16(0xFFFF).text(name).fillTo(0, 268);
    page.u32(type == 3 ? 040755 : 0100644, 0, 0).fillTo(0xFF, 292);
    page.u32(size, same).fillTo(0, 460).fillTo(0xFF, 496).u32(size >> 32);
    return page.fillTo(0xFF, 2048).u32(0x1000, object, 0, 0xFFFF).fillTo(0xFF, 2112).done();
  }

  static byte[] yaffs2Data(int object, int chunk, int bytes) {
    Draft page = Draft.little().fill('x', 2048).u32(0x1000, object, chunk, bytes);
    return page.fillTo(0xFF, 2112).done();
  }

  private static byte[] set(byte[] image, long... fields) {
    byte[] changed = image;
    for (int i = 0; i < fields.length; i += 2) {
      changed = Draft.set32(changed, (int) fields[i], LITTLE_ENDIAN, fields[i + 1]);
    }
    return changed;
  }
}
