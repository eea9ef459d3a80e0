/**
 * xar, as macOS packages are (xar 1.6, "xarformat"). Big-endian.
 *
 * <pre>
 *  0  4  "xar!"
 *  4  2  bytes of the header
 *  6  2  version, 1
 *  8  8  bytes of the table of contents, compressed
 * 16  8  … and decompressed
 * 24  4  checksum of the table: 0 none, 1 SHA-1, 2 MD5, 3 named at 28
 *  …  …  table of contents: XML in a zlib stream
 *  …  …  heap
 * </pre>
 *
 * The table nests {@code file} elements with {@code name}, {@code type}, {@code mode}, {@code uid},
 * {@code gid}, {@code link}, and {@code data} with {@code offset} in the heap, {@code length}
 * there, {@code size} and {@code encoding}. A file of the type {@code hardlink} is another name of
 * the file whose id the attribute {@code link} holds, unless that says {@code original}.
 */
@NullMarked
package dev.assay.formats.xar;

import org.jspecify.annotations.NullMarked;
