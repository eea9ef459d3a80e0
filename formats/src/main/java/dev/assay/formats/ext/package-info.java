/**
 * ext2, ext3 and ext4 (Documentation/filesystems/ext4 of Linux). Little-endian.
 *
 * <pre>
 * superblock at 1024                      inode
 * 0    4  number of inodes                0    2  type and mode      104 4  xattr block, low
 * 4    4  number of blocks, low           2    2  user, low          108 4  size, high
 * 20   4  first data block                4    4  size, low          118 2  xattr block, high
 * 24   4  log2 of block size, less 10     24   2  group, low         120 2  user, high
 * 32   4  blocks per group                26   2  links              122 2  group, high
 * 40   4  inodes per group                32   4  flags              128 2  size of what follows the
 * 56   2  magic 0xef53                    40  60  block map, extent         first 128 bytes
 * 88   2  inode size                              tree, or data
 * 96   4  incompatible features
 * 254  2  group descriptor size (64bit)   group descriptor: 8 4 inode table, low; 40 4 high
 * 260  4  first meta block group
 * 336  4  number of blocks, high
 * </pre>
 *
 * A block map has 12 block numbers, then one indirect, one double and one triple indirect block. An
 * extent node has a 12-byte header (magic 0xf30a, entries, maximum, depth) and 12-byte entries.
 * Directories are read entry by entry: the nodes of a hashed directory look like unused entries.
 */
@NullMarked
package dev.assay.formats.ext;

import org.jspecify.annotations.NullMarked;
