/**
 * 7z archives (7-Zip, DOC/7zFormat.txt), read with Apache Commons Compress.
 *
 * <pre>
 *  0  6  '7z' BC AF 27 1C
 *  6  2  version
 *  8  4  CRC-32 of the 20 bytes that follow
 * 12  8  offset of the header, from 32
 * 20  8  its bytes
 * 28  4  its CRC-32
 * 32  …  packed streams, then the header, which may be packed itself
 * </pre>
 *
 * Members share packed streams, so the archive is decompressed once, from its start to its end.
 * Where an attribute has bit 15, its high half is a Unix mode.
 */
@NullMarked
package dev.assay.formats.sevenzip;

import org.jspecify.annotations.NullMarked;
