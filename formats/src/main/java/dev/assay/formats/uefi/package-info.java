/**
 * Firmware of PCs and UEFI boards (UEFI Platform Initialization Specification 1.8, volume 3; UEFI
 * Specification 2.10; Intel's SPI programming guides for the flash descriptor; EDK II,
 * MdeModulePkg/Include/Guid/VariableFormat.h), and expansion ROMs of PCI cards (PCI Firmware
 * Specification 3.3, section 5.1; UEFI Specification 2.10, §14.4.2). Little-endian.
 *
 * <pre>
 * firmware volume                          file, on 8 bytes         section, on 4 bytes
 *  0 16  zeros                              0 16  GUID               0  3  bytes with header
 * 16 16  GUID of its file system           16  1  header checksum    3  1  type; 1 compressed,
 * 32  8  bytes in all                      17  1  data checksum           2 by GUID, 10 PE32,
 * 40  4  "_FVH"                            18  1  type                    12 TE, 15 name,
 * 44  4  attributes                        19  1  attributes              17 volume, 19 raw
 * 48  2  bytes of the header               20  3  bytes in all       4  4  bytes, where the
 * 50  2  checksum: 16-bit words of the     23  1  state                   first are ffffff
 *        header sum up to 0                24  8  bytes in all,
 * 52  2  offset of a further header               of large files    variable store
 * 55  1  revision                                                    0 16  GUID
 * 56  …  numbers and sizes of blocks      signature list            16  4  bytes in all
 *                                          0 16  GUID of the type   20  2  5a fe
 * flash descriptor                        16  4  bytes in all       28  …  variables, on 4 bytes:
 * 16  4  5a a5 f0 0f                      20  4  bytes of a header       55aa, state, attributes,
 * 20  4  bits 16 to 23: offset / 16       24  4  bytes of one            sizes of name and data,
 *        of regions, 4 bytes each:        28  …  header, signatures:     GUID, name (UTF-16),
 *        base and limit in 4 KiB                 owner, data             data
 *
 * capsule: GUID, bytes of the header, flags, bytes in all; then a payload, or of the firmware
 * management protocol (UEFI Specification 2.10, §23.3.2):
 *  0  4  version, 1                         image                     authentication
 *  4  2  number of drivers                   0  4  version, 1 to 3     0  8  count
 *  6  2  number of images                    4 16  GUID of its type    8  4  bytes of what follows
 *  8  …  8 bytes each: offset of a          20  1  index              12  2  00 02
 *        driver, or of an image             24  4  bytes of it        14  2  f1 0e
 *                                           28  4  bytes of code      16 16  GUID of the kind
 *                                           32  8  since 2: hardware  32  …  signature
 *                                           40  8  since 3: support
 *                                            …  authentication, image, code
 *
 * expansion ROM: images one behind the other, multiples of 512 bytes
 *  0  2  55 aa                              data:  0  4  "PCIR"    4 4 vendor, device
 *  2  1  of the BIOS: bytes / 512 that it         16  2  bytes / 512 of the image
 *        copies, which sum up to 0                20  1  0 BIOS, 1 Open Firmware, 3 UEFI
 * 24  2  offset of the data                       21  1  bit 7: the last image
 *  of UEFI: 4 4 f1 0e 00 00, 12 2 compressed, 22 2 offset of the driver
 * </pre>
 *
 * <p>Files become directories named by their name section, or else their GUID; sections are members
 * of them. Sections that are compressed (as by EFI 1.1 or Tiano) and sections by GUID are decoded
 * where they are LZMA, Tiano or Brotli; others are listed as they are, with a problem. A decoy
 * "_FVH" has no header whose words sum up to 0.
 */
@NullMarked
package dev.assay.formats.uefi;

import org.jspecify.annotations.NullMarked;
