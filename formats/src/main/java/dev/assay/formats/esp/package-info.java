/**
 * Images for microcontrollers of Espressif (ESP-IDF, components/bootloader_support,
 * esp_app_format.h and esp_flash_partitions.h; esptool documentation, "Firmware Image Format").
 * Little-endian.
 *
 * <pre>
 * image                                       partition table, at most 0xC00 bytes
 *   0  1  e9                                   an entry of 32 bytes
 *   1  1  number of segments                    0  2  aa 50
 *   2  1  how flash is read                     2  1  0 program, 1 data
 *   3  1  size and speed of flash               3  1  subtype
 *   4  4  entry point                           4  4  offset in flash
 *   8  1  write protect pin                     8  4  bytes
 *  12  2  chip                                 12 16  name
 *  23  1  1: SHA-256 of all ends the image     28  4  flags: 1 encrypted
 *  24  …  segments: address, bytes, data      last: eb eb, 14 times ff, MD5 of the entries
 *      …  zeros up to 15 modulo 16,
 *         XOR of all data and ef
 * </pre>
 *
 * <p>Images of the ESP8266 have no bytes 8 to 23. A whole flash is a container of what its
 * partition table, at 0x8000, names; the boot loader lies before it.
 */
@NullMarked
package dev.assay.formats.esp;

import org.jspecify.annotations.NullMarked;
