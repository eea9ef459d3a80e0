/**
 * Zstandard (RFC 8878): frames, one after the other.
 *
 * <pre>
 * 0  4  magic 28 B5 2F FD
 * 4  1  descriptor: bits 7–6 width of the content size, 5 single segment, 3 reserved, 2 checksum, 1–0 width of the dictionary id
 *    1  window: exponent − 10 (5 bits), mantissa (3 bits); absent in a single segment
 *       [dictionary id 1, 2, 4] [content size 1, 2, 4, 8]
 *       blocks: 3 bytes (1 bit last, 2 bits type: 0 raw, 1 repeated byte, 2 compressed; 21 bits size), data
 *       [4 low half of the content's XXH64]
 * </pre>
 *
 * Skippable frames: magic 0x184D2A50 … 5F, 4 bytes size, that many bytes. All numbers
 * little-endian.
 */
@NullMarked
package dev.assay.formats.zstd;

import org.jspecify.annotations.NullMarked;
