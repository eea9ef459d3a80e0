/**
 * What images of virtual disks share: a disk put together from blocks that stand anywhere in the
 * image, compressed or not, or nowhere. Stored blocks are windows and holes take no room; only
 * compressed blocks are decompressed.
 */
@NullMarked
package dev.assay.formats.virtualdisk;

import org.jspecify.annotations.NullMarked;
