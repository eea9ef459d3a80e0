/**
 * EROFS, a compressed read-only file system (Linux Documentation/filesystems/erofs.rst and
 * fs/erofs/erofs_fs.h). All numbers little-endian; blocks are 2ⁿ bytes, as the superblock says.
 *
 * <pre>
 * superblock, at 1024                       inode, at metadata start + 32 × its number
 *  0  4  magic 0xE0F5E1E2                    0  2  bit 0: 64 bytes instead of 32
 *  4  4  CRC-32C to the end of its block           bits 1–3: layout
 *  8  4  features to be compatible           2  2  attributes: 0 none, else (n − 1) × 4 + 12 bytes
 * 12  1  log2 of the block size              4  2  mode
 * 13  1  further slots of 16 bytes           6  2  links            of 64 bytes:
 * 14  2  inode of the root directory         8  4  size             8  8  size
 * 36  4  blocks in all                      16  4  start block,     24  4  user
 * 40  4  block where metadata start                device or        28  4  group
 * 44  4  block of shared attributes                chunk format     44  4  links
 * 80  4  features needed                    24  2  user
 * 96  8  inode with packed ends of files    26  2  group
 *
 * behind the inode its attributes, then by layout
 *  0 plain       nothing: content is blocks from the start block on
 *  2 inline      the content's last part; what comes before is blocks
 *  4 chunks      a table of the chunks' blocks, 4 or 8 bytes each, all ones for a hole
 *  1, 3          how the content is compressed: see {@link dev.assay.formats.erofs.ClusterMap}
 *
 * directory: in each block 12 bytes for each name (inode 8, offset of the name 2, type 1), then
 * the names; the first offset tells how many there are
 *
 * attributes: 12 bytes, of which byte 4 counts shared ones, their numbers (4 bytes each: offset
 * from the shared block in words), then own ones: length of the name 1, prefix 1, bytes of the
 * value 2, name, value, padded to 4
 * </pre>
 */
@NullMarked
package dev.assay.formats.erofs;

import org.jspecify.annotations.NullMarked;
