package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.cut;
import static dev.assay.inspect.hostile.Archives.flipped;
import static dev.assay.inspect.hostile.FileSystems.EXT_DIRECTORY;
import static dev.assay.inspect.hostile.FileSystems.EXT_FILE;
import static dev.assay.inspect.hostile.FileSystems.EXT_LINK;
import static dev.assay.inspect.hostile.FileSystems.EXT_NAMED;
import static dev.assay.inspect.hostile.FileSystems.exfatFile;
import static dev.assay.inspect.hostile.FileSystems.ubifsData;
import static dev.assay.inspect.hostile.FileSystems.ubifsInode;
import static dev.assay.inspect.hostile.FileSystems.ubifsName;
import static dev.assay.inspect.hostile.FileSystems.yaffs2Data;
import static dev.assay.inspect.hostile.FileSystems.yaffs2Header;

/** Lies of file systems that have inodes or entries for each file. */
final class HostileFileSystems extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;
  private static final int FILE = 0100644;
  private static final int DIRECTORY = 040755;

  @Override
  void fill() {
    ext();
    exfat();
    ubifs();
    yaffs2();
  }

  private void ext() {
    group("ext");
    row("without a lie", FileSystems.ext(), NONE);
    row("directory in itself", FileSystems.ext(EXT_NAMED, 13), "ext.cycle");
    row("root in its directory", FileSystems.ext(EXT_NAMED, 2), "ext.cycle");
    row(
        "40 directories of two names each, which is 2^40 paths",
        FileSystems.extOfTwoNames(40),
        "ext.cycle");
    row("inode that is not there", FileSystems.ext(EXT_NAMED, 4000), "ext.inode");
    row("name longer than its entry", FileSystems.ext(8 * 1024 + 4, 0xFF0008), "ext.directory");
    row("entry longer than its block", FileSystems.ext(8 * 1024 + 4, 0x4F000), "ext.directory");
    row("file of 2^62 bytes", FileSystems.ext(EXT_FILE + 108, 1 << 30), "limit.expansion");
    row("file of -2^63 bytes", FileSystems.ext(EXT_FILE + 108, 1L << 31), "ext.size");
    row("file behind the end", FileSystems.ext(EXT_FILE + 60, MOST), "ext.block-out-of-range");
    row("extents of depth 9", FileSystems.ext(EXT_FILE + 44, 9 << 16 | 4), "ext.extent");
    row("more extents than fit", FileSystems.ext(EXT_FILE + 40, 99 << 16 | 0xF30A), "ext.extent");
    row("extents without their mark", FileSystems.ext(EXT_FILE + 40, 1 << 16), "ext.extent");
    row(
        "extents of one part of the file",
        FileSystems.ext(EXT_FILE + 40, 2 << 16 | 0xF30A, EXT_FILE + 68, 4, EXT_FILE + 72, 10),
        "ext.extent");
    row(
        "block of blocks that holds itself",
        FileSystems.ext(EXT_FILE + 32, 0, EXT_FILE + 4, 1 << 20, EXT_FILE + 92, 16, 16 << 10, 16),
        "ext.cycle");
    row("link to 1 GiB of text", FileSystems.ext(EXT_LINK + 4, 1 << 30), "ext.link");
    row("attributes that are none", FileSystems.ext(EXT_FILE + 104, 10), "ext.xattr");
    row(
        "directory that is encrypted",
        FileSystems.ext(EXT_DIRECTORY + 32, 0x80800),
        "ext.encrypted");
    row("file that is encrypted", FileSystems.ext(EXT_FILE + 32, 0x80800), "ext.encrypted");
    row("journal that was not replayed", FileSystems.ext(1024 + 96, 0x46), "ext.needs-recovery");
    row("of 2^32 blocks", FileSystems.ext(1024 + 4, MOST), "ext.truncated");
    row(
        "of 2^54 blocks, the bytes of which are counted in 64 bits",
        FileSystems.ext(1024 + 96, 0xC2, 1024 + 336, 1 << 22, 1024 + 254, 32),
        "ext.truncated");
  }

  private void exfat() {
    group("exFAT");
    byte[] sound = exfatFile("file", 0x20, 3, 500, 500);
    row("without a lie", FileSystems.exfat(sound, MOST, MOST), NONE);
    row(
        "entries that do not match",
        FileSystems.exfat(flipped(sound, 60), MOST, MOST),
        "exfat.checksum");
    row("file of clusters in a ring", exfat(3, 3000, 3, 4), "exfat.cross-link");
    row("file in the root's cluster", exfat(2, 500, 3, MOST), "exfat.cross-link");
    row(
        "directory in itself",
        FileSystems.exfat(exfatFile("dir", 0x10, 2, 512, 512), MOST),
        "exfat.cross-link");
    row("root in a ring", FileSystems.exfat(sound, 2), "exfat.cross-link");
    row("cluster that is not there", exfat(4000, 500, 3, MOST), "exfat.cluster");
    row("cluster 0", exfat(0, 500, 3, MOST), "exfat.cluster");
    row("file of -1 bytes", exfat(3, -1, MOST, MOST), "exfat.size");
    row("file of 2^62 bytes", exfat(3, 1L << 62, MOST, MOST), "exfat.size");
    row(
        "file of which more is written than it has",
        FileSystems.exfat(exfatFile("file", 0x20, 3, 1L << 40, 500), MOST, MOST),
        "exfat.size");
    row(
        "name with a slash",
        FileSystems.exfat(exfatFile("a/b", 0x20, 3, 500, 500), MOST, MOST),
        "exfat.name");
    row(
        "name that climbs out",
        FileSystems.exfat(exfatFile("..", 0x20, 3, 500, 500), MOST, MOST),
        "path.traversal");
    row("file without a stream", FileSystems.exfat(cut(sound, 32), MOST, MOST), "exfat.entries");
    row("cut in its clusters", cut(FileSystems.exfat(sound, MOST, MOST), 4700), "exfat.truncated");
  }

  private static byte[] exfat(long cluster, long size, long... fat) {
    return FileSystems.exfat(exfatFile("file", 0x20, cluster, size, size), fat);
  }

  private void ubifs() {
    group("UBIFS");
    byte[] root = ubifsInode(1, DIRECTORY, 160, 0);
    byte[] name = ubifsName(1, "file", 64);
    byte[] data = ubifsData(64, 11, 0);
    row("without a lie", FileSystems.ubifs(root, name, ubifsInode(64, FILE, 11, 0), data), NONE);
    row(
        "name that leads to the root",
        FileSystems.ubifs(root, ubifsName(1, "d", 1)),
        "ubifs.cycle");
    row("name of no inode", FileSystems.ubifs(root, name), "ubifs.inode");
    row(
        "name with a slash",
        FileSystems.ubifs(root, ubifsName(1, "a/b", 64), ubifsInode(64, FILE, 0, 0)),
        "ubifs.name");
    row(
        "file of 2^62 bytes",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, 1L << 62, 0), data),
        "limit.expansion");
    row(
        "file of -1 bytes",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, -1, 0)),
        "ubifs.size");
    row(
        "block of more bytes than it has",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, 99, 0), ubifsData(64, 99, 0)),
        "ubifs.data");
    row(
        "block of 4 GiB",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, 99, 0), ubifsData(64, MOST, 2)),
        "ubifs.data");
    row(
        "block packed by a method of no name",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, 99, 0), ubifsData(64, 99, 9)),
        "ubifs.compression");
    row(
        "file that is encrypted",
        FileSystems.ubifs(root, name, ubifsInode(64, FILE, 11, 0x40), data),
        "ubifs.encrypted");
    byte[] sound = FileSystems.ubifs(root, name, ubifsInode(64, FILE, 11, 0), data);
    row("index that does not match", flipped(sound, 5 * 16384 + 40), "ubifs.index");
    row("name that does not match", flipped(sound, 6 * 16384 + 170), "ubifs.node-crc");
    row("cut before its files", cut(sound, 6 * 16384), "bytes.out-of-range");
  }

  private void yaffs2() {
    group("YAFFS2");
    byte[] file = yaffs2Header(257, 1, 1, "file", 5, 0);
    row("without a lie", FileSystems.yaffs2(file, yaffs2Data(257, 1, 5)), NONE);
    row(
        "file of 2^62 bytes",
        FileSystems.yaffs2(yaffs2Header(257, 1, 1, "f", 1L << 62, 0)),
        "yaffs2.size");
    row(
        "page 2^28 of a file",
        FileSystems.yaffs2(file, yaffs2Data(257, 0x0FFF_FFFF, 5)),
        "yaffs2.size");
    row("link to the root", FileSystems.yaffs2(yaffs2Header(257, 4, 1, "d", 0, 1)), "yaffs2.cycle");
    row("link to a link", FileSystems.yaffs2(yaffs2Header(257, 4, 1, "l", 0, 257)), "yaffs2.link");
    row(
        "link to nothing",
        FileSystems.yaffs2(yaffs2Header(257, 4, 1, "l", 0, 999)),
        "yaffs2.object");
    row(
        "name with a slash",
        FileSystems.yaffs2(yaffs2Header(257, 1, 1, "a/b", 0, 0)),
        "yaffs2.name");
    row(
        "directories in each other, away from the root",
        FileSystems.yaffs2(
            yaffs2Header(257, 3, 258, "a", 0, 0), yaffs2Header(258, 3, 257, "b", 0, 0)),
        "yaffs2.lost");
    row(
        "file in a directory that is not there",
        FileSystems.yaffs2(yaffs2Header(257, 1, 999, "hidden", 5, 0), yaffs2Data(257, 1, 5)),
        "yaffs2.lost");
    byte[][] pages = new byte[12][];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = yaffs2Data(i == 5 ? 0 : 257, i + 1, 2048);
    }
    row("page of no object", FileSystems.yaffs2(pages), "yaffs2.page");
  }
}
