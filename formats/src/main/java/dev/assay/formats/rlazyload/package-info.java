/**
 * Databases that R loads a package's objects from one by one ({@code .rdb}; R's sources, {@code
 * serialize.c}, {@code R_lazyLoadDBinsertValue} and {@code R_compress1}). Their index is a file of
 * its own, but each object tells its end.
 *
 * <pre>
 *  0  4  bytes of the object, big-endian
 *  4  …  the object as R serialises it ("X", newline, u32 version 2 or 3, …): a zlib stream
 *        the next object
 * </pre>
 *
 * <p>Objects that are compressed with bzip2 or LZMA have a letter before the stream, which does not
 * tell its end; they are reported.
 */
@NullMarked
package dev.assay.formats.rlazyload;

import org.jspecify.annotations.NullMarked;
