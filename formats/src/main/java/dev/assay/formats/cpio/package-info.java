/**
 * cpio (Linux Documentation/driver-api/early-userspace/buffer-format.rst; GNU cpio).
 *
 * <pre>
 * newc, crc: 110 bytes of ASCII, each field 8 hexadecimal digits      odc: 76 bytes of ASCII, octal
 *   0  6  magic '070701', '070702' (crc)                                0  6  magic '070707'
 *   6     inode, mode, uid, gid, links, time, size,                     6  6  device   12 6 inode   18 6 mode   24 6 uid
 *         device major, minor, rdev major, minor,                      30  6  gid      36 6 links   42 6 rdev   48 11 time
 *         size of the name with NUL, sum of the bytes (crc)            59  6  size of the name with NUL   65 11 size
 * 110     name, padded to 4; data, padded to 4                         76     name, data
 *
 * binary: 26 bytes of 16-bit words in either byte order: magic 070707, device, inode, mode, uid, gid, links, rdev, time (2 words,
 *   high first), size of the name, size (2 words, high first); name and data padded to 2
 * </pre>
 *
 * A member {@code TRAILER!!!} ends an archive. An initramfs is any number of archives, plain or
 * compressed, with zero bytes between them; later members replace earlier ones. Hard links in newc:
 * only the last name of an inode carries the data.
 */
@NullMarked
package dev.assay.formats.cpio;

import org.jspecify.annotations.NullMarked;
