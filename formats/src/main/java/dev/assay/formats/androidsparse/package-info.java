/**
 * Android sparse images, as img2simg writes them for fastboot (AOSP system/core,
 * libsparse/sparse_format.h). Little-endian. A block has the size the header says, a multiple of 4.
 *
 * <pre>
 * header                                chunk header
 *  0  4  0xED26FF3A                      0  2  0xCAC1 raw, 0xCAC2 fill, 0xCAC3 don't care,
 *  4  2  major version, 1                      0xCAC4 CRC32
 *  6  2  minor version                   2  2  reserved
 *  8  2  bytes of this header, from 28   4  4  blocks it expands to
 * 10  2  of a chunk header, from 12      8  4  bytes with this header
 * 12  4  bytes of a block               12  …  raw: the blocks; fill: 4 bytes that are repeated;
 * 16  4  blocks in all                         CRC32: 4 bytes, of all that was expanded before
 * 20  4  chunks
 * 24  4  CRC32 of the expanded image, or 0
 * </pre>
 *
 * What is marked "don't care" becomes zeros. It counts as zeros in a CRC32 when libsparse reads,
 * and does not count when libsparse writes; both are taken for a match.
 */
@NullMarked
package dev.assay.formats.androidsparse;

import org.jspecify.annotations.NullMarked;
