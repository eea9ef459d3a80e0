/**
 * LZMA alone, the format of LZMA Utils before xz, without a magic number.
 *
 * <pre>
 * 0   1  properties: (pb × 5 + lp) × 9 + lc, below 225
 * 1   4  size of the dictionary, bytes
 * 5   8  size of the content, bytes, or −1 where an end marker follows
 * 13     range-coded data; its first byte is 0
 * </pre>
 *
 * All numbers little-endian. No checksum; what can be checked is checked before it is believed.
 */
@NullMarked
package dev.assay.formats.lzma;

import org.jspecify.annotations.NullMarked;
