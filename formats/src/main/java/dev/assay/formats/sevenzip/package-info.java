/**
 * 7z archives (7-Zip, DOC/7zFormat.txt and DOC/Methods.txt). Little-endian.
 *
 * <pre>
 *  0  6  '7z' BC AF 27 1C
 *  6  2  version
 *  8  4  CRC-32 of the 20 bytes that follow
 * 12  8  offset of the header, from 32
 * 20  8  its bytes
 * 28  4  its CRC-32
 * 32  …  packed streams, then the header
 *
 * header                                     folder
 *  01  header, or 17 packed header            number of coders, and for each:
 *  04  streams:                                 u8 bytes of its method, 10 has several inputs,
 *      06 offset from 32, count                    20 has properties; method, big-endian;
 *         09 sizes, 0A checksums, 00               inputs and outputs; properties
 *      07 0B count, u8 0, folders             bonds, one less than coders: input, output
 *         0C sizes of all outputs             inputs of packed streams, if there are several
 *         0A checksums, 00
 *      08 0D members in each folder          bits    one for each thing, the highest first
 *         09 sizes of all but the last       numbers of 1 to 9 bytes: each high bit of the first
 *         0A checksums, 00                           that is set stands for one byte more
 *  05  members: count, then properties
 *      with their size in bytes: 0E bits: has no stream; 0F bits of those: is a file;
 *      10 bits of those: is to be deleted; 11 u8 0, names in UTF-16; 15 attributes; 00
 *  00  end
 * </pre>
 *
 * A packed header is the streams that it is packed in, as above. A folder is unpacked once, when
 * the first of its members is opened, and damage in it is its own. What is encrypted, or packed
 * with LZ4 or Brotli, is listed and says so. A model of PPMd may have 192 MiB, as {@code 7z -mx=9}
 * wants, and takes what it uses of them. Where an attribute has bit 15, its high half is a Unix
 * mode.
 */
@NullMarked
package dev.assay.formats.sevenzip;

import org.jspecify.annotations.NullMarked;
