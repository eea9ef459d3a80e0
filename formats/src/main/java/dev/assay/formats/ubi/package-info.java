/**
 * UBI, volumes on raw flash whose logical erase blocks lie in any order (Linux
 * drivers/mtd/ubi/ubi-media.h describes the layout). All numbers big-endian; CRCs are CRC-32 that
 * is not inverted at the end.
 *
 * <pre>
 * every physical erase block         behind it, at the offset it gives, if the block is in use
 *  0  4  "UBI#"                       0  4  "UBI!"
 *  4  1  version 1                    4  1  version 1
 *  8  8  times erased                 5  1  1 dynamic volume, 2 static
 * 16  4  offset of the volume header  6  1  1: a copy, made while moving the block
 * 20  4  offset of the data           8  4  volume
 * 24  4  number of the image         12  4  logical erase block in it
 * 60  4  CRC of the 60 bytes before  20  4  bytes of data (static volumes and copies)
 *                                    24  4  blocks of the volume (static)
 *                                    28  4  bytes at the end that are not used
 *                                    32  4  CRC of the data
 *                                    40  8  sequence number
 *                                    60  4  CRC of the 60 bytes before
 *
 * volume table: blocks 0 and 1 of volume 7FFFEFFF, one record of 172 bytes for each volume
 *  0  4  reserved blocks, 0: no such volume       14  2  bytes of the name
 *  8  4  bytes at the end that are not used       16  …  name
 * 12  1  1 dynamic, 2 static                     168  4  CRC of the 168 bytes before
 * 13  1  1: an update was begun and not finished
 * </pre>
 *
 * Of two blocks with the same logical number the one with the higher sequence number counts, unless
 * it is a copy whose data do not match their CRC. A block of a dynamic volume that is not mapped
 * reads FF. Neither the size of an erase block nor the number of blocks is stored.
 */
@NullMarked
package dev.assay.formats.ubi;

import org.jspecify.annotations.NullMarked;
