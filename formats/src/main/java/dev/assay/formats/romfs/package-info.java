/**
 * romfs, as genromfs writes it and boot loaders and small kernels read it (Linux
 * Documentation/filesystems/romfs.rst). All numbers big-endian, all structures at multiples of 16.
 *
 * <pre>
 * volume header              file header
 *  0  8  "-rom1fs-"           0  4  offset of the next header, of which the low 4 bits are
 *  8  4  bytes in all               0–2  type: 0 hard link 1 directory 2 file 3 symbolic link
 * 12  4  checksum                        4 block 5 character device 6 socket 7 FIFO
 * 16  …  volume name, NUL           3    executable
 *                             4  4  first header of a directory, target of a hard link,
 *                                   major and minor of a device (16 bits each)
 *                             8  4  bytes of content
 *                            12  4  checksum
 *                            16  …  name, NUL, padded to 16; then the content
 * </pre>
 *
 * The first file header is that of the root directory. A checksum makes the big-endian words sum to
 * zero: the first 512 bytes of the volume, or a header with its name. Owners and times are not
 * stored: all belongs to root.
 */
@NullMarked
package dev.assay.formats.romfs;

import org.jspecify.annotations.NullMarked;
