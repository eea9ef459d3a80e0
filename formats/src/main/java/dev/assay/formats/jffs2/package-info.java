/**
 * JFFS2, a log of nodes on raw flash (Woodhouse, "JFFS: The Journalling Flash File System", and the
 * layout in Linux include/uapi/linux/jffs2.h). Numbers are in the byte order of the target; nodes
 * start at multiples of 4; what is erased reads FF.
 *
 * <pre>
 * every node                         inode node (E002)
 *  0  2  magic 0x1985                 12  4  inode
 *  2  2  type                         16  4  version
 *  4  4  length in bytes              20  4  mode
 *  8  4  CRC of the 8 bytes before    24  2  user          26  2  group
 *                                     28  4  size of the file
 * name node (E001)                    32 12  times
 * 12  4  inode of the directory       44  4  offset of the data in the file
 * 16  4  version                      48  4  bytes as stored
 * 20  4  inode, 0: deleted            52  4  bytes of content
 * 24  4  time                         56  1  compression: 0 none 1 zeros 2 rtime 3 rubinmips
 * 28  1  length of the name                  5 dynrubin 6 zlib 7 lzo 8 lzma
 * 29  1  type                         60  4  CRC of the data
 * 32  4  CRC of the 32 bytes before   64  4  CRC of the 60 bytes before
 * 36  4  CRC of the name              68  …  data
 * 40  …  name
 *
 * attribute (E008)                    its use (E009)
 * 12  4  number                       12  4  inode
 * 16  4  version                      16  4  number of the attribute
 * 20  1  prefix   21  1  name         20  4  sequence, odd: deleted
 * 22  2  bytes of the value           24  4  CRC of the 24 bytes before
 * 24  4  CRC of the data
 * 28  4  CRC of the 28 bytes before
 * 32  …  name, NUL, value
 * </pre>
 *
 * Of names and data the highest version counts: a later data node hides what it overlaps, a later
 * name node replaces an earlier one of the same name. A cleared bit 13 of the type marks a node as
 * obsolete. Clean markers (2003), padding (2004) and summaries (2006) hold no files. The root
 * directory is inode 1. CRCs are CRC-32 begun at 0 and not inverted.
 */
@NullMarked
package dev.assay.formats.jffs2;

import org.jspecify.annotations.NullMarked;
