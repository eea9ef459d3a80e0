/**
 * exFAT (Microsoft, "exFAT file system specification" 1.00). Little-endian.
 *
 * <pre>
 * boot sector                              entries of 32 bytes; 0 ends the directory
 *   3  8  "EXFAT   "                       0x85 file: 1 entries that follow, 2 checksum,
 *  72  8  sectors of the volume                 4 attributes, 0x10 directory
 *  80  4  first sector of the FAT          0xC0 stream: 1 flags, 0x02 not in the FAT but in one
 *  84  4  its sectors                           piece; 3 units of the name; 8 bytes that were
 *  88  4  first sector of cluster 2             written; 20 first cluster; 24 bytes
 *  92  4  clusters                         0xC1 name: 2 UTF-16, 15 units
 *  96  4  cluster of the root directory    0x81 bitmap, 0x82 upper case, 0x83 label: no files
 * 108  1  log2 of a sector's bytes         below 0x80: not in use
 * 109  1  log2 of a cluster's sectors
 * 510  2  0x55 0xAA                        FAT: 4 bytes, the next cluster, 0xFFFFFFFF the last
 * </pre>
 *
 * The checksum of a file's entries adds each byte to the sum turned right by one bit, bytes 2 and 3
 * left out. What was allocated but not written reads as zeros.
 */
@NullMarked
package dev.assay.formats.exfat;

import org.jspecify.annotations.NullMarked;
