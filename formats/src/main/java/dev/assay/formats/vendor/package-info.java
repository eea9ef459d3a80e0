/**
 * Headers that makers of routers and access points put before kernel and root file system, one file
 * each. Layouts are those that OpenWrt's firmware-utils document for their writers.
 *
 * <pre>
 * TRX (Broadcom), little-endian                 CHK (Netgear), big-endian
 *  0  4  "HDR0"                                  0  4  "*#$^"
 *  4  4  bytes with this header                  4  4  bytes of this header
 *  8  4  CRC-32 of all from 12, not inverted     8  8  region and version
 * 12  2  flags                                  16  4  checksum of the kernel
 * 14  2  version: 1 with 3 parts, 2 with 4      20  4  of the root file system
 * 16  4  offsets of the parts, 0 where none     24  4  bytes of the kernel
 *                                               28  4  bytes of the root file system
 * SEAMA (Alpha Networks), big-endian            32  4  checksum of both
 *  0  4  5e a3 a4 17                            36  4  of this header, this field 0
 *  6  2  bytes of meta data                     40  …  board
 *  8  4  bytes of the image; 0: a seal
 * 12 16  MD5 of the image, not in a seal        SafeLoader (TP-Link), big-endian
 *  …     meta data, image, next entity          0     4  bytes of the image
 *                                               4    16  MD5 of a salt and all from 20
 * TP-Link version 1 and 2, big-endian           20    …  vendor information
 *   0  4  version, 1 or 2, low byte first       4116  …  lines "fwup-ptn NAME base 0x… size 0x…",
 *   4 24  "TP-LINK Technologies"                         NUL; base from 4116
 *  28 36  firmware version
 *  64  8  hardware id and revision              TP-Link version 3 ("v2" of firmware-utils)
 *  76 16  MD5, computed over a salt              64 16  MD5, as on the left
 * 124  4  bytes of the image                    112  4  bytes of the image
 * 128  8  kernel: offset, size                  116  8  kernel: offset, size
 * 136  8  root file system                      124  8  root file system
 * 144  8  boot loader                           132  8  boot loader
 *                                               140  2  55 aa
 * RAS (ZyXEL), big-endian
 *   0  4  checksum of the root file system      Ubiquiti, big-endian
 *   4  4  its size                                0   4  "UBNT", "OPEN" or "GEOS"
 *   8 32  firmware version                        4 256  version
 *  40  4  checksum of 2 KiB of header, in this  260   4  CRC-32 of what is before
 *         field that of the root file system    268   …  parts:
 *  44 64  model                                   0   4  "PART" or "EXEC"
 * 108  4  checksum of the kernel                  4  16  name
 * 112  4  its size                               48   4  bytes of data
 *  64 KiB root file system, kernel               56   …  data, CRC-32 of the part, 4 bytes
 *                                               then "END.", CRC-32 of all before, 4 bytes;
 * Edimax            Realtek, big-endian         or "ENDS", RSA signature of 256 bytes, 4 bytes
 *  0  4  "CSYS"      0  4  "cs6c", "cr6c" …
 *  4  4  start       4  4  start                Linksys, Belkin: last 256 bytes
 *  8  4  in flash    8  4  in flash              0   9  ".LINKSYS."
 * 12  4  model      12  4  size                 32   8  POSIX cksum of the image, hexadecimal
 * 16  4  size       16  …  payload; its 16-bit
 * 20  …  payload           words sum up to 0    CyberTAN: 32 bytes before a TRX, "U2ND" at 14
 *
 * HWNP (Huawei), little-endian but for the size
 *  0  4  "HWNP"                                 items, 360 bytes each
 *  4  4  bytes behind 76, big-endian              0  4  number       4  4  CRC-32 of its data
 *  8  4  CRC-32 of all from 12                    8  4  offset      12  4  size
 * 12  4  bytes of the header                     16 256 "flash:kernel", "file:/var/x.xml" …
 * 16  4  CRC-32 of the header from 20           272 16  section     288 64  version
 * 20  4  items
 * 26  2  bytes of the list of products, which follows at 36; then the items
 * 28  4  bytes of an item
 *
 * MediaTek (U-Boot, tools/mtk_image.h), little-endian: 88 16 88 58, u32 bytes of the payload,
 * name, 32 bytes, u32 load address; payload from 512
 *
 * Samsung: last 512 bytes, or 784 of version 3 (as tools that remove it tell)
 *   0  16  "SignerVer02" or "SignerVer03"      16  16  build   32  …  version, model, file, date
 * 256   …  RSA signature
 *
 * DNI (Netgear): 128 bytes of lines, "device:…", "version:…", "region:…", zeros; the image; a byte
 * that makes the sum of all bytes FF
 *
 * FPKG, CPKG (D-Link), big-endian               archive (D-Link), little-endian
 *   0  4  "FPKG"    4  4  01 00 00 00             0  4  de af be ad; then members:
 *   8  4  offset of the first member              0  1  86 directory, 87 file
 *  member: 0 4 28    4 2 kind    8 4 bytes        1  2  bytes of the name; the name
 *         12 16 name  28 …  data                  of files u32 bytes and a gzip stream
 *
 * Configuration (ZTE), big-endian; each of the first two parts may be missing
 *   128 bytes: 99 99 99 99 44 44 44 44 55 55 55 55 aa aa aa aa, then sizes
 *   04 03 02 01, 4 bytes, u32 bytes of the model's name, the name
 *   01 02 03 04, u32 type: 0, 1 compressed, from 2 on encrypted as well; 60 bytes in all
 *   chunks: u32 bytes of content, u32 bytes stored, u32 not 0 if another follows; a zlib stream
 * </pre>
 *
 * <p>The packages of Synology's system from version 7 on are encrypted and named only (see {@link
 * dev.assay.formats.named.Named}); older ones are tar archives.
 */
@NullMarked
package dev.assay.formats.vendor;

import org.jspecify.annotations.NullMarked;
