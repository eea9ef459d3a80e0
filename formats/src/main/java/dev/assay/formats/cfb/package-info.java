/**
 * Compound files, as OLE has them: installers of Windows (MSI), documents of old Office, messages
 * ([MS-CFB], Compound File Binary File Format; names of installers as msitools and Wine read them).
 * Little-endian. Sectors of 512 or 4096 bytes, the first behind the header; what is shorter than
 * the cutoff stands in pieces of 64 bytes in the content of the root.
 *
 * <pre>
 * header, 512 bytes                                 entry of the directory, 128 bytes
 *  0  8  D0 CF 11 E0 A1 B1 1A E1                      0 64  name in UTF-16
 * 24  4  version, minor and major: 3, or 4           64  2  its bytes with the NUL behind it
 * 28  2  FFFE                                        66  1  0 none, 1 storage, 2 stream, 5 root
 * 30  4  log2 of sector (9, 12) and of piece (6)     68  8  siblings before and behind
 * 44  4  sectors of the table                        76  4  first child
 * 48  4  first sector of the directory              116  4  first sector
 * 56  4  cutoff, 4096                               120  8  bytes; the lowest 32 bits in version 3
 * 60  8  first sector of the table of pieces,
 *        how many
 * 68  8  first sector of what goes on behind         table: the next sector for each; FFFFFFFE the last,
 *        these 109, how many                         FFFFFFFF free, FFFFFFFD of the table, FFFFFFFC
 * 76     sectors of the table; the last of           of its list
 *        further ones leads to the next
 *
 * names of streams of installers: 4840 before those of tables; two letters of 0-9 A-Z a-z . _ in
 * one character of 3800 to 47FF, the lower first; one in 4800 to 483F
 * </pre>
 */
@NullMarked
package dev.assay.formats.cfb;

import org.jspecify.annotations.NullMarked;
