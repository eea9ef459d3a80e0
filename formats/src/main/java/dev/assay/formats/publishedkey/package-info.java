/**
 * Update images that makers encrypt under keys which stand in their own sources or programs and
 * have been published: everybody can read them, so Assay does. What does not decrypt to something
 * sound is reported as encrypted. Layouts, ciphers and keys are those that OpenWrt's firmware-utils
 * and unblob document.
 *
 * <pre>
 * "SHRS" (D-Link), big-endian                   "encrpted_img" (D-Link)
 *    0   4  "SHRS"                               0  12  "encrpted_img"
 *    4   4  bytes of the image                  12   4  bytes of all, big-endian
 *    8   4  bytes stored: up to 16 of padding   16   …  an image of UBI, each erase block of
 *   12  16  initialisation vector                       128 KiB for itself: AES-256-CBC
 *   28  64  SHA-512 of the image and the key
 *   92  64  SHA-512 of the image               encimg (D-Link, of Alpha Networks)
 *  156  64  SHA-512 of what is stored            0   …  SEAMA: AES-256-CBC, key and vector by model;
 *  220 512  blank                                       no mark but its first block
 *  732 512  RSA signature of the image            -32 32  of what was added: padding and the size
 * 1244 512  of what is stored
 * 1756   …  AES-128-CBC                         WRGG (D-Link, of Alpha Networks), either byte order
 *                                                0  32  signature: "wapac28_dlink.2015_dap1720"
 * QNAP, little-endian: the last 74 bytes        32   8  21 03 08 20, twice
 *    0   6  "icpnas"                            40  32  version, model
 *    6   4  bytes from the start that are       72  32  flags, build number
 *           encrypted, with PC1                104   4  bytes of the image
 *   10  16  model                              108   4  offset in the flash
 *   26  48  version, date, revision            112  32  device
 *                                              144  16  MD5 of all from 108 but this
 * Buffalo, big-endian                          160   …  image, plain or as encimg
 *  "bgn", zeros to 11: 20 bytes; at 12 u32 bytes of all, at 16 POSIX cksum of all with this field 0
 *  tag: 160 bytes; product, 32, brand, 32, versions, 8 each …; at 136 u32 bytes of all, at 140 POSIX
 *       cksum of all with this field 0, at 152 u32 bytes behind it
 *  "# Airstation Public Fmt1": 32 bytes, before a plain image
 *  image: "start" or "asar1", NUL, u8 seed; u32 length, product, u32 length, version, both encrypted
 *       and NUL-terminated; u32 bytes of data, data, encrypted, u32 checksum of what they were
 * </pre>
 */
@NullMarked
package dev.assay.formats.publishedkey;

import org.jspecify.annotations.NullMarked;
