/**
 * bzip2: one or more streams.
 *
 * <pre>
 * 0  3  magic 'BZh'
 * 3  1  '1' … '9': block size in 100,000 bytes
 * 4     blocks, not aligned to bytes: 48 bits 0x314159265359 (π), 32 bits CRC, Huffman-coded Burrows–Wheeler data
 *       end: 48 bits 0x177245385090 (√π), 32 bits CRC of the whole, padding to a byte
 * </pre>
 */
@NullMarked
package dev.assay.formats.bzip2;

import org.jspecify.annotations.NullMarked;
