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
 */
@NullMarked
package dev.assay.inspect.firmware;

import org.jspecify.annotations.NullMarked;
