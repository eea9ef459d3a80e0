/**
 * Microsoft cabinets (Microsoft, [MS-CAB]). Little-endian.
 *
 * <pre>
 * header                                 folder
 *  0  4  "MSCF"                           0  4  offset of its first block
 *  8  4  bytes of the cabinet             4  2  blocks
 * 16  4  offset of the files              6  2  0 stored, 1 MSZIP, 2 Quantum, 3 LZX
 * 24  2  version, 3.1
 * 26  2  folders                         file
 * 28  2  files                            0  4  bytes
 * 30  2  flags: 1 goes on from another,   4  4  offset in its folder
 *        2 goes on in another,            8  2  folder; from 0xFFFD on: in more cabinets
 *        4 has reserved fields           14  2  attributes, 0x80 the name is UTF-8
 * 36  …  reserved: u16 bytes here, u8 in 16  …  name, NUL
 *        each folder, u8 in each block
 *  …  …  names of other cabinets         block
 *                                         0  4  checksum, or 0
 *                                         4  2  bytes stored
 *                                         6  2  bytes decompressed
 *                                         8  …  reserved, then data
 * </pre>
 *
 * A folder is one stream. A block of MSZIP is "CK" and a deflate stream that may refer to the 32
 * KiB before it; one of LZX or Quantum is a frame of 32 KiB (see {@link
 * dev.assay.formats.codec.Lzx}, {@link dev.assay.formats.codec.Quantum}), of a window of 2 to the
 * power of bits 8 to 12 of the method.
 */
@NullMarked
package dev.assay.formats.cab;

import org.jspecify.annotations.NullMarked;
