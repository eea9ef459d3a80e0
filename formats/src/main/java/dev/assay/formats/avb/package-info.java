/**
 * Android Verified Boot 2.0 (AOSP, platform/external/avb, libavb/avb_vbmeta_image.h, avb_footer.h
 * and the descriptors' headers). Big-endian.
 *
 * <pre>
 * vbmeta                                      footer, the last 64 bytes of a partition
 *   0  4  "AVB0"                               0  4  "AVBf"
 *   4  8  version needed                      12  8  bytes of the original image
 *  12  8  bytes of the authentication block   20  8  offset of vbmeta
 *  20  8  of the auxiliary block              28  8  bytes of vbmeta
 *  28  4  algorithm, 0 none
 *  32 16  hash: offset, size, in the first    descriptor
 *  48 16  signature, in the first              0  8  0 property, 1 hash tree, 2 hash,
 *  64 16  public key, in the second                  3 kernel command line, 4 chain
 *  96 16  descriptors, in the second           8  8  bytes that follow
 * 112  8  rollback index
 * 120  4  flags: 1 hash trees off,            public key: bits, n0inv, modulus, rr
 *         2 verification off
 * 256  …  authentication block: hash and signature of header and auxiliary block
 *      …  auxiliary block
 * </pre>
 *
 * <p>A partition with a footer is read as a container of the original image, its hash tree, its
 * error correction and its vbmeta. The hash, or the root of the hash tree, is computed.
 */
@NullMarked
package dev.assay.formats.avb;

import org.jspecify.annotations.NullMarked;
