/**
 * ISO 9660 (ECMA-119) with Joliet (Joliet Specification 1995), Rock Ridge (IEEE P1282 with SUSP
 * P1281), zisofs and El Torito boot images ("El Torito" Bootable CD-ROM Format 1.0). Numbers stand
 * in both byte orders, the little-endian one first; that one is read. Descriptors have 2048 bytes
 * and begin at 32768.
 *
 * <pre>
 * descriptor                               directory record
 *   0  1  0 boot record, 1 primary,         0  1  bytes of the record, 0: next sector
 *         2 supplementary, 255 end          1  1  blocks of an attribute record before the data
 *   1  5  "CD001"                           2  8  first block
 *   6  1  version, 1                       10  8  bytes of content
 *   7 25  boot record: "EL TORITO          25  1  0x02 directory, 0x80 more extents follow
 *         SPECIFICATION"                   26  1  interleaved where not 0
 *  71  4  boot record: sector of the       32  1  bytes of the name
 *         catalogue                        33  …  name, padded to an even offset; \0 self, \1 parent
 *  80  8  blocks                            …     system use fields
 *  88  3  supplementary: "%/@", "%/C"
 *         or "%/E" for Joliet              system use field
 * 128  4  bytes of a block                  0  2  signature
 * 156 34  record of the root directory      2  1  bytes of the field, 4 at least
 *
 * SP 6 bytes to skip in each record        SL 4 flags; components: flags, length, text
 * CE 4 block, 12 offset, 20 bytes          CL 4 block of the directory this stands for
 * PX 4 mode, 12 links, 20 user, 28 group   RE moved here, listed elsewhere
 * PN 4 high, 12 low                        ZF "pz", 6 words of header, 7 log2 of a block, 8 bytes
 * NM 4 flags, 5 name
 *
 * boot catalogue, entries of 32 bytes
 *  0  1  1 validation (words add up to 0; 30: 0x55 0xAA), 0x90 0x91 section, 0x88 bootable
 *  1  1  image: 0 as it is, 1 to 3 floppy, 4 hard disk      validation, section: platform
 *  6  2  image: sectors of 512 that are loaded              section: entries that follow
 *  8  4  image: its sector of 2048
 * </pre>
 *
 * A disc has several trees for the same files. Rock Ridge counts where it is there, then Joliet,
 * then plain names; files only another tree has are listed under {@code [joliet]/} or {@code
 * [iso9660]/}. A boot image that is no file is a member {@code [boot-N]}. What stands before the
 * descriptors, such as the MBR of a disc for USB sticks, is {@code [system-area]}; what follows the
 * last block is {@code [trailing]}.
 */
@NullMarked
package dev.assay.formats.iso;

import org.jspecify.annotations.NullMarked;
