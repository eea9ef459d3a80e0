/**
 * Physical volumes of LVM2, as servers and appliances keep their disks in (LVM2, {@code
 * lib/format_text/layout.h} and {@code import_vsn1.c}). Little-endian; sizes of extents and places
 * of physical volumes are in sectors of 512 bytes. Checksums are CRC-32 that starts at F597A6CF and
 * is not inverted at the end.
 *
 * <pre>
 * label, in one of the first four sectors           metadata area
 *  0  8  LABELONE                                     0  4  checksum of the next 508 bytes
 *  8  8  sector it stands in                          4 16  20 4C 56 4D 32 20 78 5B 35 41 25 72 30 4E 2A 3E
 * 16  4  checksum from here to the sector's end      20  4  version, 1
 * 20  4  offset of the next field, 32                24  8  offset of this area
 * 24  8  LVM2 001                                    32  8  bytes of this area
 * 32 32  identifier, without hyphens                 40 24  the text: offset from here, bytes, checksum,
 * 64  8  bytes of the device                                flags; it goes on behind byte 512 where it
 * 72     offset and bytes of areas of data,                 reaches the area's end
 *        8 each, up to 0; then those of metadata
 *
 * text:  name of the group { extent_size = …
 *          physical_volumes { pv0 { id = "…"  pe_start = …  pe_count = … } … }
 *          logical_volumes { root { status = ["VISIBLE"] segment1 { start_extent = …  extent_count = …
 *            type = "striped"  stripe_count = 1  stripes = ["pv0", first extent] } … } … } }
 * </pre>
 *
 * Linear volumes and the first whole copy of mirrored ones are members, hidden volumes where no
 * other holds their extents. Thin, cached, striped and compressed ones are named and not read; nor
 * is what lies on another physical volume.
 */
@NullMarked
package dev.assay.formats.lvm;

import org.jspecify.annotations.NullMarked;
