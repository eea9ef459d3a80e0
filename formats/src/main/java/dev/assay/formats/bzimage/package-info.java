/**
 * x86 bzImage (Documentation/arch/x86/boot.rst of Linux). Little-endian.
 *
 * <pre>
 * 0x1f1  1  number of setup sectors (0 means 4)    0x206  2  boot protocol version
 * 0x1fe  2  boot flag 0xaa55                       0x20e  2  offset of the kernel version text, less 0x200
 * 0x202  4  "HdrS"                                 0x248  4  offset of the payload from the protected-mode code (2.08)
 *                                                  0x24c  4  its length; 0 where the code is not compressed
 * </pre>
 */
@NullMarked
package dev.assay.formats.bzimage;

import org.jspecify.annotations.NullMarked;
