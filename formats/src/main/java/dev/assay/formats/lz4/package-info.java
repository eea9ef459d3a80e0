/**
 * LZ4 (Frame Format 1.6.3): frames one after the other, all numbers little-endian.
 *
 * <pre>
 * 0  4  magic 0x184D2204
 * 4  1  flags: bits 7–6 version 01, 5 blocks are independent, 4 block checksums, 3 content size, 2 content checksum, 0 dictionary
 * 5  1  bits 6–4: largest block, 4 = 64 KiB, 5 = 256 KiB, 6 = 1 MiB, 7 = 4 MiB
 *       [8 content size] [4 dictionary id]
 *    1  second byte of the XXH32 of the header from the flags on
 *       blocks: 4 bytes size (top bit: not compressed), data, [4 XXH32]; a size of 0 ends them
 *       [4 XXH32 of the content]
 * </pre>
 *
 * Legacy frames, which Linux kernels are packed with: magic 0x184C2102, then blocks of 4 bytes size
 * and data, each 8 MiB decoded but the last; Linux appends the size of the content
 * (scripts/Makefile.lib, {@code size_append}).
 */
@NullMarked
package dev.assay.formats.lz4;

import org.jspecify.annotations.NullMarked;
