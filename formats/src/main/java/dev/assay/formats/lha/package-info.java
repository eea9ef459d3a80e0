/**
 * LHA, LZH (LHA for UNIX, header.doc). Little-endian. A header of level 0 or 1:
 *
 * <pre>
 *  0  1  bytes of the header from 2, 0: end of the archive
 *  1  1  sum of those bytes
 *  2  5  method, "-lh5-"
 *  7  4  bytes stored; level 1: with the extensions
 * 11  4  bytes of content
 * 20  1  level
 * 21  1  bytes of the name
 * 22  …  name; u16 CRC-16 of the content; system, 'U' Unix; level 1: u16 bytes of the first extension
 *
 * level 2, 3: 0 u16 bytes of the header (level 3: 4, and u32 at 24), 21 u16 CRC-16, 23 system,
 *             24 u16 (level 3: 28 u32) bytes of the first extension
 * extension:  u8 kind, …, bytes of the next extension, 0 the last
 *             1 name, 2 directory, 0x50 mode, 0x51 group and user
 * Unix, level 0, behind the system: u8 version, u32 time, u16 mode, u16 user, u16 group
 * </pre>
 *
 * Methods lh0 and lz4 are stored, lhd is a directory, lh1 is LZ77 with an adaptive Huffman code,
 * lh4 to lh7 with static ones and windows of 4, 8, 32 and 64 KiB. Others are listed and say that
 * they are not read. A symbolic link is a name, '|' and its target.
 */
@NullMarked
package dev.assay.formats.lha;

import org.jspecify.annotations.NullMarked;
