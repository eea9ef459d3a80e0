/**
 * Firmware images (RFC 9019, section 1): what a maker hands out to be written into a device, and
 * what they let the device check before it does.
 *
 * <p>Of most formats this follows from the format: {@code firmware-images.tsv}. A flat image tree
 * says it in its nodes (U-Boot, {@code doc/usage/fit/signature.rst}), and OpenWrt appends
 * signatures to images of any format (fwtool: blocks that end in a trailer of 16 bytes, big-endian,
 * the last one at the end of the file).
 *
 * <pre>
 *  0  4  "FWx0"          8  1  0 signature, 1 metadata
 *  4  4  CRC-32         12  4  bytes of the block with this trailer
 * </pre>
 *
 * <p>Archives are images by their first member. SWUpdate's is a cpio archive that begins with
 * {@code sw-description}, which lists SHA-256 of the others, and {@code sw-description.sig} signs
 * it (SWUpdate documentation, "SWUpdate: syntax and tags" and "Update images from verified
 * source"). Mender's is a tar archive of {@code version} and {@code manifest}, which lists SHA-256
 * of all, contents of {@code data/0000.tar.gz} as {@code data/0000/}…, and {@code manifest.sig}
 * (Mender artifact format, version 3).
 */
@NullMarked
package dev.assay.inspect.firmware;

import org.jspecify.annotations.NullMarked;
