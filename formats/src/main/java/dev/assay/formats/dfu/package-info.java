/**
 * Files for device firmware upgrade over USB (USB-IF, "USB Device Firmware Upgrade Specification"
 * 1.1, appendix B; STMicroelectronics UM0391, "DfuSe File Format Specification"). Little-endian.
 *
 * <pre>
 * suffix, the last 16 bytes            DfuSe prefix              target
 *  0  2  version of the device          0  5  "DfuSe"             0   6  "Target"
 *  2  2  product                        5  1  1                   6   1  alternate setting
 *  4  2  vendor                         6  4  bytes in all        7   4  1: it has a name
 *  6  2  0x0100, DfuSe 0x011A          10  1  targets            11 255  name
 *  8  3  "UFD"                                                  266   4  bytes of its elements
 * 11  1  bytes of the suffix           element                  270   4  number of elements
 * 12  4  CRC-32 of all before,          0  4  address
 *        not inverted                   4  4  bytes, then these
 * </pre>
 */
@NullMarked
package dev.assay.formats.dfu;

import org.jspecify.annotations.NullMarked;
