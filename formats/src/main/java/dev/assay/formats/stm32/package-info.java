/**
 * What the boot ROM of STM32MP processors loads (ST, "STM32 header for binary files"; U-Boot,
 * tools/stm32image.c; TF-A, tools/stm32image). Little-endian.
 *
 * <pre>
 *   0  4  "STM2"                       version 1, 256 bytes in all
 *   4 64  signature, r and s           100  4  1: not signed
 *  68  4  sum of the program's bytes   104  4  curve of the key: 1 NIST P-256, 2 Brainpool 256
 *  72  4  version of the header:       108 64  public key, x and y
 *         0, variant, minor, major     255  1  what it is for
 *         at 72, 73, 74
 *  76  4  bytes of the program         version 2, 512 bytes in all
 *  80  4  entry point                  100  4  extensions, bit 0: with a key and signed
 *  88  4  load address                 104  4  bytes of them
 *  96  4  version, against rollback    108  4  what it is for
 *                                      128  …  extensions
 * </pre>
 *
 * All else is zero; that tells a header from its first four letters in a text. The signature covers
 * all from 72 to the end of the program. Whose key it is, a digest in the processor's fuses tells;
 * that it fits is verified here for keys of version 1 on P-256.
 */
@NullMarked
package dev.assay.formats.stm32;

import org.jspecify.annotations.NullMarked;
