/**
 * SquashFS 4.0 (Documentation/filesystems/squashfs.rst of Linux and its {@code squashfs_fs.h}).
 * Little-endian.
 *
 * <pre>
 * superblock, 96 bytes
 * 0   4  magic "hsqs"            24  2  flags                     56  8  xattr id table, or −1
 * 4   4  number of inodes        26  2  number of ids             64  8  inode table
 * 8   4  modification time       28  2  major version, 4          72  8  directory table
 * 12  4  block size              30  2  minor version, 0          80  8  fragment table, or −1
 * 16  4  number of fragments     32  8  root inode reference      88  8  export table, or −1
 * 20  2  compressor: 1 gzip      40  8  bytes used
 *        2 lzma 3 lzo 4 xz       48  8  id table
 *        5 lz4 6 zstd
 * 22  2  log2 of the block size
 * </pre>
 *
 * Inodes, directories, ids, fragments and xattrs lie in metadata blocks: 2 bytes length (top bit:
 * not compressed), then up to 8 KiB when decompressed. A reference is the offset of a metadata
 * block in its table, shifted left 16, plus an offset in the block. File data are blocks of the
 * block size, each compressed on its own (bit 24 of its length: not compressed; length 0: a hole);
 * the rest of a file may share a fragment block with others.
 *
 * <p>Versions 2 and 3 (squashfs-tools 2.x, 3.x) are in the byte order of the machine that wrote
 * them; fields of bits stand from the low bit up in little-endian images and from the high bit down
 * in big-endian ones. Numbers after "at" are bits here, first version 2, then version 3.
 *
 * <pre>
 * superblock: bytes as in 4.0 up to 8; 28 2 major version; 34 2 log2 of the block size; 36 1 flags,
 *   4 a byte behind each length of metadata; 37 1 users; 38 1 groups; 43 8 root inode;
 *   51 4 block size; 55 4 fragments
 *   2: 8 4 bytes used, 12 4 users, 16 4 groups, 20 4 inodes, 24 4 directories, 59 4 fragments
 *   3: 63 8 bytes used, then users, groups, inodes, directories, fragments, 8 each
 * inode: at 0 type, 4; at 4 mode, 12; at 16 user, 8; at 24 group, 8, 255: as the user;
 *   version 3 goes on with time and number, 32 each, and, but for files, links, 32
 *   file: 2: time, start, fragment, offset, size, 32 each; 3: start, 64, then 32 each; blocks
 *   directory: size, 19; offset, 13; 2: time, 32; start, 24; 3: start, parent, 32 each
 *   large directory: size, 27; the rest alike    link, device: 16 bits length or number
 * directory: run: entries less one, 8; start, 24 (3: 32, and a number, 32)
 *   entry: offset, 13; type, 3; length of the name less one, 8; 3: number, 16; name
 * fragment: 2: start, size, 32 each; 3: start, 64; size, 32; unused, 32
 * </pre>
 *
 * Users and groups are lists of 32 bits each that are not compressed.
 *
 * <p>Version 1 has its block size in 16 bits at 32 and no fragments, and inodes of a form of its
 * own, of which no writer is left to test a reader with. Such an image is found, and said not to be
 * read.
 *
 * <p>Vendors write other magic numbers and LZMA with another header or none, whatever compressor
 * the superblock names. So compressors are tried on the metadata block of the root inode, and the
 * first that makes it a directory counts.
 */
@NullMarked
package dev.assay.formats.squashfs;

import org.jspecify.annotations.NullMarked;
