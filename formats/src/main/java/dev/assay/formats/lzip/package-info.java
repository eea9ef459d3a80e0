/**
 * lzip (RFC draft-diaz-lzip §2): one or more members, one behind the other.
 *
 * <pre>
 * 0  4  magic 'LZIP'
 * 4  1  version: 1
 * 5  1  size of the dictionary: 2ⁿ with n in bits 0 to 4, less n/16 of it with n in bits 5 to 7
 * 6     LZMA data with lc 3, lp 0, pb 2 and an end marker
 *    4  CRC-32 of the content
 *    8  size of the content, bytes
 *    8  size of the member, bytes
 * </pre>
 *
 * All numbers little-endian.
 */
@NullMarked
package dev.assay.formats.lzip;

import org.jspecify.annotations.NullMarked;
