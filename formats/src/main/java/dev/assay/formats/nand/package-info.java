/**
 * Dumps of NAND flash chips as programmers and {@code nanddump --oob} read them (Open NAND Flash
 * Interface specification 5.1, section 3; drivers/mtd/nand of Linux).
 *
 * <pre>
 * chip    blocks, each 32 pages or a multiple of them
 * page    data (512 to 16384 bytes), then its spare area (16 bytes and more)
 * spare   mark of a bad block: FF FF in a good one; of pages of 512 bytes it is the sixth byte, FF
 *         the rest is the file system's and the error correction's; all FF where the page is erased
 * </pre>
 *
 * <p>Controllers that put the mark elsewhere make dumps that are not recognised.
 */
@NullMarked
package dev.assay.formats.nand;

import org.jspecify.annotations.NullMarked;
