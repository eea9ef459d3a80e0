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
 * <p>A program may be signed. Secure boot version 2 pads it to the next 4096 bytes; up to three
 * blocks of 1216 bytes follow, each with a key and a signature of all before the first of them
 * (ESP-IDF Programming Guide, "Secure Boot v2"). Numbers are little-endian.
 *
 * <pre>
 *    0   1  e7
 *    1   1  2 RSA with 3072 bits (RSASSA-PSS, SHA-256), 3 ECDSA
 *    4  32  SHA-256 of what is signed        RSA:   36 384  modulus
 * 1196   4  CRC-32 of all before it                420   4  exponent
 * 1200  16  zeros                                  424 388  what speeds up the arithmetic
 *                                                  812 384  signature
 * </pre>
 *
 * <p>That a signature of RSA fits the key beside it is verified; whose key it is, a digest in the
 * fuses tells. Version 1 ends with four zero bytes and 64 of an ECDSA signature, whose key is in
 * the boot loader.
 *
 * <p>Images of the ESP8266 have no bytes 8 to 23. A whole flash is a container of what its
 * partition table, at 0x8000, names; the boot loader lies before it.
 */
@NullMarked
package dev.assay.formats.esp;

import org.jspecify.annotations.NullMarked;
