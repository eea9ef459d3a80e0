/**
 * UBIFS, a file system on a UBI volume (Linux fs/ubifs/ubifs-media.h describes the layout). All
 * numbers little-endian; places are a logical erase block (LEB) and an offset in it; nodes start at
 * multiples of 8.
 *
 * <pre>
 * LEB 0: superblock   1, 2: master, twice   3…: log   then: space accounting, orphans, files
 *
 * every node                                inode (0)                  data (1)
 *  0  4  magic 0x06101831                   24 16  key                 24 16  key
 *  4  4  CRC of all behind, not inverted    48  8  size                40  4  bytes of content
 *  8  8  sequence number                    92  4  links               44  2  compression
 * 16  4  length in bytes                    96  4  user                48  …  data
 * 20  1  type                              100  4  group
 *                                          104  4  mode                name (2), attribute (3)
 * index (9)                                108  4  flags               24 16  key
 * 24  2  branches                          112  4  bytes of data       40  8  inode, 0: deleted
 * 26  2  level, 0: branches lead to files  132  2  compression         50  2  bytes of the name
 * 28  …  branches: LEB, offset, length,    160  …  data                56  …  name
 *        4 bytes each; key, 8; a hash if
 *        nodes are authenticated           cut (4)                     reference (8)
 *                                          24  4  inode                24  4  LEB
 * master (7)                               40  8  old size             28  4  offset
 * 24  8  highest inode                     48  8  new size
 * 32  8  number of the commit                                          commit start (10)
 * 44  4  LEB of the log                                                24  8  number of the commit
 * 48 12  root of the index: LEB, offset, length
 *
 * key: inode, 4 bytes; 3 bits of type (0 inode, 1 data, 2 name, 3 attribute) over 29 bits
 *      of block number or hash of the name
 * compression: 0 none 1 lzo 2 deflate without a frame 3 zstd; blocks of 4096 bytes
 * </pre>
 *
 * The index tells what was there at the last commit. What was written since lies in the LEBs that
 * the log refers to, and is applied in order of sequence numbers. Inode 1 is the root directory.
 * Links and devices keep target and number in the inode's data; attributes are inodes of their own,
 * with the value as data.
 */
@NullMarked
package dev.assay.formats.ubifs;

import org.jspecify.annotations.NullMarked;
