/**
 * Flattened device tree, Devicetree Specification 0.4 chapter 5. Big-endian.
 *
 * <pre>
 * 0   4  magic d0 0d fe ed              20  4  version (16 or 17 here)
 * 4   4  total size                     24  4  last compatible version
 * 8   4  offset of the structure block  28  4  boot CPU
 * 12  4  offset of the strings block    32  4  size of the strings block
 * 16  4  offset of the reservation map  36  4  size of the structure block (version 17)
 * </pre>
 *
 * The structure block is a run of 4-byte tokens: 1 begin node (NUL-terminated name, padded to 4), 2
 * end node, 3 property (4-byte length, 4-byte offset of its name in the strings block, value padded
 * to 4), 4 nothing, 9 end. A flattened image tree (FIT) is a device tree with a node {@code
 * /images}.
 */
@NullMarked
package dev.assay.formats.fdt;

import org.jspecify.annotations.NullMarked;
