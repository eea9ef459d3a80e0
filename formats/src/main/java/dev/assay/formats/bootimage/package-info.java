/**
 * Boot images of Android (AOSP, platform/system/tools/mkbootimg, include/bootimg/bootimg.h, and the
 * page "Device tree blob overlay partition"). Boot images are little-endian and their parts start
 * on pages; DTBO images are big-endian.
 *
 * <pre>
 * boot, versions 0 to 2                      boot, versions 3 and 4: pages of 4096
 *    0    8  "ANDROID!"                         0    8  "ANDROID!"
 *    8    4  bytes of the kernel                8    4  bytes of the kernel
 *   16    4  of the ramdisk                    12    4  of the ramdisk
 *   24    4  of the second stage               20    4  of this header
 *   36    4  of a page                         40    4  version
 *   40    4  version                           44 1536  command line
 *   64  512  command line                    1580    4  version 4: bytes of the signature
 *  576   32  SHA-1 of parts and sizes
 *  608 1024  more of the command line        vendor boot, versions 3 and 4
 * 1632    4  bytes of the recovery DTBO         0    8  "VNDRBOOT"
 * 1648    4  version 2: bytes of the DTB        8    4  version
 * then kernel, ramdisk, second, DTBO, DTB      12    4  bytes of a page
 *                                              24    4  of all ramdisks
 * DTBO                                         28 2048  command line
 *   0  4  d7 b7 ab 1e                        2096    4  bytes of this header
 *   4  4  bytes in all                       2100    4  of the DTB
 *  12  4  bytes of an entry                  2112    4  version 4: of the ramdisk table
 *  16  4  number of entries                  2116    4  its entries
 *  20  4  offset of the first                2120    4  bytes of one: size, offset, type, name[32]
 * entry: size, offset, id, revision …        2124    4  bytes of the boot configuration
 *                                            then ramdisks, DTB, table, boot configuration
 * </pre>
 *
 * <p>Images of version 0 by some makers hold the bytes of a device tree table where later versions
 * hold the version.
 */
@NullMarked
package dev.assay.formats.bootimage;

import org.jspecify.annotations.NullMarked;
