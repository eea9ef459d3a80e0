/**
 * Programs of Windows and UEFI (Microsoft PE and COFF Specification). They are no {@link
 * dev.assay.formats.Format}: what is inside of one, such as the archive of an installer, is carved
 * like from any unknown content.
 *
 * <pre>
 * 0    2   magic 'MZ'
 * 3C   4   offset of the PE header, h
 * h    4   'PE' 0 0
 * h+4  2   machine
 * h+6  2   number of sections
 * h+8  4   time stamp, s since 1970, or a digest of the content
 * h+C  8   place and number of COFF symbols
 * h+14 2   size of the optional header, n
 * h+16 2   characteristics
 * h+18 n   optional header: magic 10B (32 bits) or 20B (64 bits), sizes, versions,
 *          checksum at 40, data directories of 8 bytes each from 60 or 70
 * h+18+n   sections of 28 bytes each: name, virtual size and address, size and offset in the file, flags
 * </pre>
 *
 * All numbers little-endian, offsets in hexadecimal. A data directory is a virtual address and a
 * size, but for the certificates (Authenticode), whose place is an offset in the file.
 */
@NullMarked
package dev.assay.formats.pe;

import org.jspecify.annotations.NullMarked;
