/**
 * VHD, fixed and dynamic (Microsoft, "Virtual Hard Disk Image Format Specification" 1.0).
 * Big-endian; sectors have 512 bytes. The footer is the last sector; a dynamic disk has a copy in
 * front.
 *
 * <pre>
 * footer                                   header of a dynamic disk
 *  0  8  "conectix"                         0  8  "cxsparse"
 * 16  8  offset of the header              16  8  offset of the block table
 * 48  8  bytes of the disk                 28  4  its entries
 * 60  4  2 fixed, 3 dynamic, 4 differs     32  4  bytes of a block
 *        from a parent                     36  4  checksum
 * 64  4  checksum: inverted sum of the     64  …  name of the parent, UTF-16, 512 bytes
 *        bytes, this field 0
 *
 * block table: 4 bytes for each block, its sector, all ones where it is a hole
 * block: a bit for each sector, padded to sectors; then the block
 * </pre>
 *
 * A fixed disk stands before its footer as it is. What the bits of a block say is not looked at:
 * sectors that are not in use are zeros, and bytes that are there anyway are shown.
 */
@NullMarked
package dev.assay.formats.vhd;

import org.jspecify.annotations.NullMarked;
