/**
 * Android packages: a ZIP archive with a manifest, and between its last member and its central
 * directory the signing block (AOSP, "APK Signature Scheme v2").
 *
 * <pre>
 * signing block, ends where the central directory begins:
 * 0  u64 size of what follows    pairs: u64 length, u32 id, value    u64 size again    "APK Sig Block 42"
 * id 7109871a scheme v2, f05368c0 v3, 1b93ad61 v3.1; value: signers, each length-prefixed (u32):
 *   signer, all fields but numbers behind a u32 length: signed data, [u32 first and u32 last API level from v3 on],
 *     signatures (each: u32 algorithm, signature), public key
 *   signed data: digests (each: u32 algorithm, digest), certificates (each DER), [u32 first and u32 last API level],
 *     attributes (each: u32 id, value)
 * .idsig beside the package (scheme v4): 0 u32 version 2, hashing info and signing info, each behind a u32 length:
 *   hashing info: u32 hash  u8 log2 of block size, salt, root hash; signing info: digest of the package, certificate,
 *     additional data, public key, u32 algorithm, signature; byte strings behind a u32 length;
 *   then, if at all, the tree of hashes behind its u32 length: pages of digests of the level below, the top page first
 * ZIP: end of central directory 50 4b 05 06 within the last 65,557 bytes: 10 u16 members  12 u32 size  16 u32 offset of the directory
 * directory entry 50 4b 01 02: 10 u16 method  20 u32 compressed  24 u32 size  28 u16 name  30 u16 extra  32 u16 comment  42 u32 offset  46 name
 * local header 50 4b 03 04: 26 u16 name  28 u16 extra  30 name, extra, content
 * </pre>
 */
@NullMarked
package dev.assay.formats.apk;

import org.jspecify.annotations.NullMarked;
