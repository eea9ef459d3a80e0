/**
 * Signed programs of Qualcomm's processors (Qualcomm, "Secure Boot and Image Authentication", and
 * the header as coreboot's {@code util/qualcomm/mbn_tools.py} describes it): an ELF file, one
 * segment of which is no program but holds a digest of each segment, in the order of the program
 * headers; that of itself is zeros. Little-endian.
 *
 * <pre>
 * program header, flags           hash segment, version 3       version 5, 6
 *  bits 24-26  2 hash segment      0  4  image                   0  4  0
 *              7 headers           4  4  3                       4  4  5 or 6
 *  bit  20     digests of pages    8  8  …                       8  4  bytes of Qualcomm's signature
 *                                 16  4  bytes in all           12  4  of its certificates
 * version 7                       20  4  bytes of digests       16  4  bytes in all
 *  0  4  0                        24  4  address                20  4  bytes of digests
 *  4  4  7                        28  4  bytes of signature     24  4  address
 *  8 12  bytes of metadata:       32  4  address                28  4  bytes of the maker's signature
 *        common, Qualcomm's,      36  4  bytes of               32  4  address
 *        the maker's                     certificates           36  4  bytes of its certificates
 * 20  4  bytes of digests                                       6: 40  4  bytes of Qualcomm's metadata
 * 24 16  as at 8, 12 and 28, 36                                    44  4  of the maker's
 * </pre>
 *
 * Then metadata, digests, Qualcomm's signature and certificates, the maker's. A digest is as long
 * as the number of segments makes it: SHA-1, SHA-256 or SHA-384.
 */
@NullMarked
package dev.assay.formats.qualcomm;

import org.jspecify.annotations.NullMarked;
