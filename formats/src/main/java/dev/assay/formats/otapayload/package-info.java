/**
 * Over-the-air updates of Android: {@code payload.bin} (AOSP, platform/system/update_engine,
 * update_metadata.proto). The header is big-endian.
 *
 * <pre>
 *  0  4  "CrAU"                             PartitionUpdate        InstallOperation
 *  4  8  version, 2                          1  name                1  type
 * 12  8  bytes of the manifest               7  size and digest     2  offset of its data
 * 20  4  bytes of its signature              8  operations          3  bytes of its data
 * 24  …  manifest, signature, data                                  6  extents it writes
 *                                                                   8  SHA-256 of its data
 * manifest, a protocol buffer                types: 0 as it is, 1 bzip2, 6 zeros, 7 discard,
 *  3  bytes of a block                       8 xz; all others need the image before
 *  4  offset of the signatures, 5 their bytes
 * 13  a PartitionUpdate each                 Extent: 1 first block, 2 number of blocks
 * </pre>
 *
 * <p>A partition that needs the image before is listed without content, and a problem says why.
 */
@NullMarked
package dev.assay.formats.otapayload;

import org.jspecify.annotations.NullMarked;
