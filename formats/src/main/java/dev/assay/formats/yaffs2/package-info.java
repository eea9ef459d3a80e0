/**
 * YAFFS2, a log on NAND flash with pages and spare areas ("How YAFFS Works", Manning; yaffs_guts.h
 * describes the layout). Byte order and sizes are those of the flash it is for and stored nowhere;
 * they are found by trying.
 *
 * <pre>
 * an image is pages (512 to 16384 bytes), each with its spare area (16 bytes and more)
 *
 * spare, behind the mark of bad blocks where that is kept
 *  0  4  sequence number of the erase block, 0x1000 and up
 *  4  4  object; of a header its upper 4 bits are the type
 *  8  4  0: the page is a header; else number of the page in the object, from 1;
 *        bit 31: a header, its directory in the lower 28 bits
 * 12  4  bytes of content in the page
 *
 * header
 *  0  4  type: 1 file 2 symbolic link 3 directory 4 hard link 5 device, FIFO or socket
 *  4  4  directory: 1 is the root, 3 and 4 hold what was deleted
 *  8  2  FFFF
 * 10  …  name, up to 255 bytes and NUL
 * 268 4  mode   272 4  user   276 4  group
 * 292 4  size, low half; FFFFFFFF for none       496 4  high half
 * 296 4  object that a hard link names
 * 300 …  target of a symbolic link, up to 159 bytes and NUL
 * 460 4  device number
 * 508 4  1: the header cut the file
 * </pre>
 *
 * The latest page counts: that of the block with the higher sequence number, and in a block the
 * later one. Data written after a header may make a file longer than the header says.
 */
@NullMarked
package dev.assay.formats.yaffs2;

import org.jspecify.annotations.NullMarked;
