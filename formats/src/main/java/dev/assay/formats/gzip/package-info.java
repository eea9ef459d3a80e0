/**
 * gzip (RFC 1952): one or more members, each
 *
 * <pre>
 * 0   2  magic 1F 8B
 * 2   1  method, 8 = deflate
 * 3   1  flags: 1 text, 2 header CRC, 4 extra, 8 name, 16 comment; others reserved
 * 4   4  modification time, s
 * 8   1  extra flags     9  1  operating system
 * 10     [2 length, extra] [name NUL] [comment NUL] [2 CRC-16 of the header]
 *        deflate stream
 *     4  CRC-32 of the content
 *     4  size of the content modulo 2³², bytes
 * </pre>
 *
 * All numbers little-endian. The content is that of all members, one after the other.
 */
@NullMarked
package dev.assay.formats.gzip;

import org.jspecify.annotations.NullMarked;
