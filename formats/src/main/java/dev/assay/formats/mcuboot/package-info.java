/**
 * Images for MCUboot (MCUboot documentation, "Bootloader design"). Little-endian.
 *
 * <pre>
 * header, 32 bytes                     trailer: type, length, value
 *  0  4  3d b8 f3 96                    0  2  07 69, or 08 69 of the protected one before
 *  4  4  load address                   2  2  bytes with these 4
 *  8  2  bytes of the header            then  2  type: 10 SHA-256, 11 SHA-384, 12 SHA-512 of header,
 * 10  2  bytes of protected TLVs                     program and protected trailer; 20 to 24
 * 12  4  bytes of the program                        signatures; 1 digest of the key; 30 to 33
 * 16  4  flags: 4 or 8 encrypted                     encrypted key
 * 20  8  version                              2  bytes of the value
 * </pre>
 */
@NullMarked
package dev.assay.formats.mcuboot;

import org.jspecify.annotations.NullMarked;
