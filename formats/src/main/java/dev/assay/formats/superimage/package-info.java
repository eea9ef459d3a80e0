/**
 * Super partitions of Android: logical partitions in one (AOSP, platform/system/core,
 * fs_mgr/liblp/include/liblp/metadata_format.h). Little-endian; a sector has 512 bytes.
 *
 * <pre>
 * geometry, at 4096 and again at 8192     metadata, from 12288, one a slot; then their copies
 *  0  4  "gDla"                             0  4  "0PLA"
 *  4  4  bytes of this structure            4  2  major version, 10
 *  8 32  SHA-256 of it, this field 0        8  4  bytes of the header
 * 40  4  most bytes of metadata            12 32  SHA-256 of the header, this field 0
 * 44  4  slots                             44  4  bytes of the tables
 *                                          48 32  SHA-256 of the tables
 * partition, 52 bytes                      80 12  partitions: offset, number, bytes of one
 *  0 36  name                              92 12  extents
 * 40  4  first extent                     104 12  groups
 * 44  4  number of extents                116 12  block devices
 *
 * extent, 24 bytes
 *  0  8  sectors
 *  8  4  0: at a sector, 1: zeros
 * 12  8  first sector
 * 20  4  block device; only the first is in this image
 * </pre>
 */
@NullMarked
package dev.assay.formats.superimage;

import org.jspecify.annotations.NullMarked;
