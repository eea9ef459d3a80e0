/**
 * VHDX, fixed and dynamic (Microsoft, [MS-VHDX] "Virtual Hard Disk v2 File Format"). Little-endian;
 * regions and blocks are on 1 MiB.
 *
 * <pre>
 * 0        8  "vhdxfile"
 * 64 KiB      header, and another at 128 KiB        192 KiB     region table, and a copy at 256 KiB
 *   0  4  "head"      4  4  CRC-32C                   0  4  "regi"      4  4  CRC-32C
 *   8  8  number; the larger counts                   8  4  entries, from 16 on: GUID, offset 8, length 4
 *  48 16  GUID of the log, 0 where it is empty
 *
 * metadata region                                   block allocation table: 8 bytes for each block
 *   0  8  "metadata"     10  2  entries               bits 0 to 2: 2 zeros, 6 stored, 7 in part; else nothing
 *  32     entries: GUID, offset in the region 4,      bits 20 on: its place in MiB; behind as many blocks as
 *         length 4                                    2^23 sectors are, one for the bits of sectors
 * </pre>
 *
 * The log is not replayed.
 */
@NullMarked
package dev.assay.formats.vhdx;

import org.jspecify.annotations.NullMarked;
