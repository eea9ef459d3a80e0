/**
 * Update image of D-Link's DNS-32x network disks and their relatives (Linux kernel and ramdisk as
 * U-Boot images). Little-endian.
 *
 * <pre>
 * 0   4  offset of the kernel           32  4  checksum of the kernel: XOR of its 32-bit words
 * 4   4  its size                       36  4  checksum of the ramdisk
 * 8   4  offset of the ramdisk          40  4  checksum of the defaults
 * 12  4  its size                       44  4  checksum of the file system
 * 16  4  offset of the defaults         48 12  magic: 55 aa "FrodoII" or "DNS323D1" … 55 aa
 * 20  4  its size                       60  1  product, then custom, model and sub ids, version
 * 24  4  offset of the file system     128  …  kernel
 * 28  4  its size
 * </pre>
 */
@NullMarked
package dev.assay.formats.dlink;

import org.jspecify.annotations.NullMarked;
