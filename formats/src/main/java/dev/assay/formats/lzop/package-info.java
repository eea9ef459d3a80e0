/**
 * lzop, which Linux kernels and ramdisks are packed with (as read by Linux lib/decompress_unlzo.c).
 * Numbers are big-endian.
 *
 * <pre>
 * 0  9  magic 89 'LZO' 00 0D 0A 1A 0A
 * 9  2  version    11 2 of the library
 *    2  version needed to read it            from version 0x0940 on
 *    1  method: 1 … 3, all LZO1X
 *    1  level                                from version 0x0940 on
 *    4  flags: 0x1 0x2 Adler-32, 0x100 0x200 CRC-32 of decoded and of compressed blocks, 0x40 extra field, 0x800 filter,
 *       0x1000 CRC-32 for the header instead of Adler-32
 *    4  filter, with flag 0x800
 *    4  mode    4 time    4 its high half    the latter from version 0x0940 on
 *    1  size of the name, name
 *    4  checksum of the header from the version on
 *       extra field, with flag 0x40: 4 size, data, 4 checksum
 *       blocks: 4 decoded size (0 ends), 4 size, checksums of the decoded block, of the compressed one where it is smaller, data
 * </pre>
 */
@NullMarked
package dev.assay.formats.lzop;

import org.jspecify.annotations.NullMarked;
