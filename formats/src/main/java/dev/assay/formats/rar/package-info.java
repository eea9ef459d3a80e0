/**
 * RAR archives of versions 1.5 to 4 and of version 5 ("RAR 5.0 archive format" and "RAR version
 * 3.93, technical information", win.rar). Little-endian; the headers are listed, stored members
 * read. How RAR compresses is not published, so a compressed member stays opaque and says why.
 *
 * <pre>
 * version 5: 52 61 72 21 1A 07 01 00, then blocks. n is a number of 7 bits a byte, the lowest first,
 * with bit 7 set in all bytes but the last.
 *  4  CRC-32 of the header behind it
 *  n  bytes of the header from the type on
 *  n  type: 1 archive, 2 file, 3 service, 4 encryption of all that follows, 5 end
 *  n  flags: 1 extra area, 2 data, 8 data begin in the volume before, 0x10 go on in the next
 *  n  bytes of the extra area, with flag 1        n  bytes of data, with flag 2
 *     of a file: n flags: 1 directory, 2 time, 4 CRC-32, 8 size unknown; n size; n attributes;
 *     4 time; 4 CRC-32; n method in bits 7 to 9, 0 stored; n system, 1 Unix; n bytes of the name; name
 *     extra area: n bytes of a record, n its type: 1 encryption, 5 link to n (1 symbolic, 2 and 3 of
 *     Windows, 4 hard, 5 copy), n flags, n bytes of its target, target
 *
 * version 4: 52 61 72 21 1A 07 00, then blocks
 *  0  2  low half of the CRC-32 of the header behind it
 *  2  1  type: 0x73 archive, 0x74 file, 0x7A service, 0x7B end
 *  3  2  flags: 0x8000 data; of the archive 0x80 all headers that follow are encrypted; of a file
 *        1 and 2 data in other volumes, 4 encrypted, 0x100 sizes of 64 bits, 0xE0 directory
 *  5  2  bytes of the header
 *  7  4  bytes of data
 * of a file: 11 4 size; 15 1 system, 3 Unix; 16 4 CRC-32; 25 1 method, 0x30 stored; 26 2 bytes of the
 * name; 28 4 attributes; 32 4 4 high halves of both sizes; name, up to a NUL, its directories
 * parted by backslashes
 * </pre>
 */
@NullMarked
package dev.assay.formats.rar;

import org.jspecify.annotations.NullMarked;
