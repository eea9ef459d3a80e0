/**
 * VDI 1.1 of VirtualBox, as qemu's block/vdi.c describes it. Little-endian.
 *
 * <pre>
 * header (offsets in hexadecimal, lengths in decimal)
 *   0  64  text, "&lt;&lt;&lt; Oracle VM VirtualBox Disk Image &gt;&gt;&gt;" and others
 *  40   4  BEDA107F
 *  44   4  version, 00010001
 *  4c   4  1 dynamic, 2 fixed, 3 undoes and 4 differs from a parent
 * 154   4  offset of the block table
 * 158   4  offset of the blocks
 * 170   8  bytes of the disk
 * 178   4  bytes of a block
 * 17c   4  bytes before each block's, of which nothing is known
 * 180   4  blocks of the disk
 *
 * block table: 4 bytes for each block, its number among the blocks of the image; all ones where it
 * was never written, one less where it was discarded
 * </pre>
 */
@NullMarked
package dev.assay.formats.vdi;

import org.jspecify.annotations.NullMarked;
