/**
 * compress, {@code .Z}: LZW (compress(1) 4.0).
 *
 * <pre>
 *  0  2  1F 9D
 *  2  1  bits 0 to 4: longest code, 9 to 16 bits; bit 7: a code clears the table
 *  3  …  codes from the low bit up, in groups of eight of a length
 * </pre>
 *
 * There is neither a size nor a checksum.
 */
@NullMarked
package dev.assay.formats.compress;

import org.jspecify.annotations.NullMarked;
