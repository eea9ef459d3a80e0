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
 */
@NullMarked
package dev.assay.formats.squashfs;

import org.jspecify.annotations.NullMarked;
