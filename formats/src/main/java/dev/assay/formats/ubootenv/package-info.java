/**
 * Stored environment of U-Boot ({@code include/env_internal.h}, {@code tools/mkenvimage.c}). The
 * CRC-32 is in the byte order of the target; nothing tells the size, so it is found by validation.
 *
 * <pre>
 * plain                               redundant
 * 0  4  CRC-32 of bytes 4 to the end  0  4  CRC-32 of bytes 5 to the end
 * 4  n  name=value NUL … NUL NUL,     4  1  flag: 1 active, 0 obsolete, or a counter
 *       then padding                  5  n  as on the left
 * </pre>
 */
@NullMarked
package dev.assay.formats.ubootenv;

import org.jspecify.annotations.NullMarked;
