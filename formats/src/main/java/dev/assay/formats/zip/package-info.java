/**
 * zip (PKWARE APPNOTE 6.3.10): local headers with data, then the central directory, then its end.
 * Little-endian.
 *
 * <pre>
 * local header                       central header                        end of the central directory
 *  0 4 'PK' 03 04                     0 4 'PK' 01 02                        0 4 'PK' 05 06
 *  4 2 version needed                 4 2 made by (high byte 3: Unix)       4 2 this disk   6 2 disk of the directory
 *  6 2 flags                          6 2 version needed                    8 2 entries on it   10 2 entries
 *  8 2 method                         8 2 flags  10 2 method               12 4 size of the directory
 * 10 4 time                          12 4 time                             16 4 its offset
 * 14 4 CRC-32                        16 4 CRC-32                           20 2 size of the comment
 * 18 4 compressed size               20 4 compressed size                  22   comment
 * 22 4 size                          24 4 size
 * 26 2 name  28 2 extra              28 2 name  30 2 extra  32 2 comment   zip64: 'PK' 06 06 with 64-bit fields, found through
 * 30   name, extra, data             34 2 disk  36 2 internal              'PK' 06 07 (20 bytes before the end): 8 8 its offset
 *                                    38 4 external (high half: Unix mode)
 *                                    42 4 offset of the local header
 *                                    46   name, extra, comment
 * </pre>
 *
 * Flags: 0 encrypted, 3 sizes and CRC follow the data, 11 name in UTF-8. Extra fields: 0x0001 zip64
 * sizes and offset, 0x7875 Unix uid and gid. Anything may stand before the first local header
 * (self-extractors); it is listed as {@code [prefix]}.
 */
@NullMarked
package dev.assay.formats.zip;

import org.jspecify.annotations.NullMarked;
