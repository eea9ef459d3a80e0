/**
 * F2FS, the file system of Android's user data and of many devices with flash behind a controller
 * ({@code include/linux/f2fs_fs.h} of Linux; Lee et al., FAST 2015). Little endian, blocks of 4096
 * bytes. Nodes (inodes, and blocks of block addresses) are known by number; the node address table
 * says where each is, in two copies a block, of which the checkpoint's bitmap tells the valid one;
 * what changed last stands in a journal of the checkpoint's.
 *
 * <pre>
 * superblock, at 1024 and 5120       checkpoint pack, two of them        inode (4096 bytes)
 *   0  4  magic F2F52010               0  8  version; the larger counts    0  2  mode     2  1  advice
 *  16  4  log2 of block size          132  4  flags: 1 unmounted,          3  1  inline: attributes 1, data 2,
 *  20  4  log2 of blocks a segment           4 compact summaries,                names 4, more fields 20
 *  36  8  blocks                             400 large bitmap              4  8  owner, group
 *  76  4  checkpoints, block          136  4  blocks of the pack          16  8  size     76  4  attributes' node
 *  84  4  node address table, block   140  4  first summary               80  4  flags: 4 compressed
 *  92  4  main area, block            156  8  sizes of the bitmaps       360     more fields, then addresses
 *  96  4  root's number               164  4  place of its CRC-32       4052 20  nodes: 2 direct, 2 indirect, 1 double
 * 2180 4  features                    192     bitmaps                   4072 24  footer: number, its inode …
 *
 * names: bitmap 27, 3 unused, 214 entries (hash 4, number 4, name length 2, type 1), 214 slots of 8 for names
 * compressed cluster: address FFFFFFFE, then blocks of: length 4, CRC 4, 16 unused, data
 * </pre>
 *
 * What was written after the last checkpoint is not replayed.
 */
@NullMarked
package dev.assay.formats.f2fs;

import org.jspecify.annotations.NullMarked;
