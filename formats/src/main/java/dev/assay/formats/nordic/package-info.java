/**
 * Update packages for Nordic's nRF5 chips (nRF5 SDK, "Device Firmware Update process", and its
 * {@code dfu-cc.proto}): a ZIP archive whose manifest names an init packet for each program.
 *
 * <pre>
 * manifest.json  { "manifest": { KIND: { "bin_file": PATH, "dat_file": PATH } } }
 *                KIND: application, bootloader, softdevice, softdevice_bootloader
 * init packet    message: 1 command, or 2 signed command: 1 command, 2 kind, 3 signature
 *  command       1 operation, 2 init: 1 version, 2 hardware, 4 kind, 5 to 7 sizes, 8 hash, 9 debug
 *  hash          1 kind: 3 SHA-256; 2 the digest, last byte first
 * </pre>
 */
@NullMarked
package dev.assay.formats.nordic;

import org.jspecify.annotations.NullMarked;
