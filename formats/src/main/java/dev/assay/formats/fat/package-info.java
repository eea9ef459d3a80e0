/**
 * FAT12, FAT16 and FAT32 (Microsoft, "FAT: General Overview of On-Disk Format" 1.03; ECMA-107).
 * Little-endian. The number of clusters tells the width: below 4085 12 bits, below 65525 16; where
 * the sectors of a FAT stand in four bytes, it is 32 whatever the number.
 *
 * <pre>
 * boot sector                      directory entry            long name entry (before its entry)
 *  0  3  jump: EB xx 90 or E9       0 11  name 8.3             0  1  number from the end of the
 * 11  2  bytes of a sector         11  1  attributes:                name, the first | 0x40
 * 13  1  sectors of a cluster              0x08 volume label   1 10  UTF-16
 * 14  2  sectors before the FAT            0x10 directory     11  1  0x0F
 * 16  1  FATs                              0x0F long name     13  1  checksum of name 8.3
 * 17  2  entries of the root       12  1  lower case: 0x08    14 12  UTF-16
 * 19  2  sectors, or 0                     name, 0x10 suffix  28  4  UTF-16
 * 21  1  medium, first of the FAT  20  2  cluster, high
 * 22  2  sectors of a FAT, or 0    26  2  cluster, low
 * 32  4  sectors                   28  4  bytes of content
 * 36  4  sectors of a FAT (32)
 * 44  4  cluster of the root (32)
 * 510 2  0x55 0xAA
 * </pre>
 *
 * Behind the FATs lies the root directory (FAT12, FAT16), then cluster 2. Modes and owners are not
 * stored. The volume label is not a member.
 */
@NullMarked
package dev.assay.formats.fat;

import org.jspecify.annotations.NullMarked;
