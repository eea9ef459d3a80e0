/**
 * zlib (RFC 1950), media type of RFC 6713:
 *
 * <pre>
 * 0  1  low half: method, 8 = deflate; high half: binary logarithm of the window, less 8; 7 at most
 * 1  1  bits 0 to 4 make both bytes, big-endian, a multiple of 31; 0x20: a dictionary; 0xC0: level
 * 2     deflate stream
 *    4  Adler-32 of the content, big-endian
 * </pre>
 *
 * <p>There is no magic number: content counts only if a good part of it decodes, or all of it to
 * its checksum. Streams that need a dictionary are not read.
 */
@NullMarked
package dev.assay.formats.zlib;

import org.jspecify.annotations.NullMarked;
