/**
 * xz (The .xz File Format 1.1): one or more streams, each followed by zero bytes in multiples of
 * four.
 *
 * <pre>
 * 0  6  magic FD '7zXZ' 00
 * 6  2  flags: 0, kind of check (0 none, 1 CRC-32, 4 CRC-64, A SHA-256)
 * 8  4  CRC-32 of the flags, little-endian
 * 12    blocks, each padded to 4 and followed by its check
 *       index
 *    12 footer: CRC-32, size of the index, flags, magic 'YZ'
 * </pre>
 */
@NullMarked
package dev.assay.formats.xz;

import org.jspecify.annotations.NullMarked;
