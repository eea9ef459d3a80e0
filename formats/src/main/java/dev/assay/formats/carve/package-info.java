/**
 * Finds known structures inside content that no format recognises, such as the dump of a flash
 * chip. All magic numbers are searched in one pass; a candidate counts only if its structure
 * validates ({@link dev.assay.formats.Carvable#extent}). What lies between is divided where sectors
 * are erased and, if the dump itself says how it is divided ({@link dev.assay.formats.flash}) and
 * the structures agree, at the borders of partitions.
 *
 * <pre>
 * 0x00000000.u-boot.bin              partition or content by name, of no known format
 * 0x00040000.u-boot-env.u-boot.environment
 * 0x00050000.kernel.x-uimage         a structure at the start of a partition
 * 0x00130000.linux.squashfs          a structure elsewhere
 * </pre>
 */
@NullMarked
package dev.assay.formats.carve;

import org.jspecify.annotations.NullMarked;
