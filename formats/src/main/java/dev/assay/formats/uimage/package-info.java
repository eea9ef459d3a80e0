/**
 * U-Boot legacy image (uImage), as {@code include/image.h} of U-Boot documents it. Big-endian.
 *
 * <pre>
 * 0   4  magic 27 05 19 56        28  1  operating system
 * 4   4  CRC-32 of the header,    29  1  architecture
 *        this field as zero       30  1  image type: 4 is multi-file
 * 8   4  time                     31  1  compression: 0 none, 1 gzip, 2 bzip2, 3 lzma, 4 lzo, 5 lz4, 6 zstd
 * 12  4  payload size             32 32  name, NUL-padded
 * 16  4  load address             64  n  payload; a multi-file image starts with a list of
 * 20  4  entry point                     4-byte sizes ended by 0, then each file padded to 4 bytes
 * 24  4  CRC-32 of the payload
 * </pre>
 */
@NullMarked
package dev.assay.formats.uimage;

import org.jspecify.annotations.NullMarked;
