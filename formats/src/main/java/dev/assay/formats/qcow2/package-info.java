/**
 * qcow2, versions 2 and 3 (QEMU, docs/interop/qcow2.txt). Big-endian.
 *
 * <pre>
 * header                                  L1 entry: bits 9 to 55 offset of an L2 table, or 0
 *   0  4  "QFI" 0xFB
 *   4  4  version                         L2 entry
 *   8  8  offset of the backing file's      bit 62 compressed
 *         name, or 0                        else bits 9 to 55 offset of the cluster, or 0;
 *  16  4  bytes of that name                     bit 0 reads as zeros (version 3)
 *  20  4  log2 of a cluster's bytes         compressed, x = 62 - (log2 of a cluster - 8):
 *  24  8  bytes of the disk                      bits 0 to x-1 offset, to any byte
 *  32  4  encryption, 0 none                     bits x to 61 sectors of 512 behind the first
 *  36  4  entries of the L1 table
 *  40  8  its offset                      incompatible features: bit 2 data in another file,
 *  60  4  snapshots                       bit 3 compression type told, bit 4 L2 entries of
 *  72  8  incompatible features (3)       16 bytes
 * 104  1  compression: 0 deflate, 1 zstd
 * </pre>
 *
 * A table of the L2 has as many entries of 8 bytes as fit in a cluster. The disk as it is now is
 * read; snapshots are not.
 */
@NullMarked
package dev.assay.formats.qcow2;

import org.jspecify.annotations.NullMarked;
