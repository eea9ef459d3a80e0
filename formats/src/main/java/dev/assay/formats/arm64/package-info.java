/**
 * Linux kernel for 64-bit ARM as the boot loader gets it ({@code Documentation/arch/arm64/booting}
 * of Linux). Little-endian header; the kernel itself is not compressed. Being named is enough: what
 * looks into kernels reads it as it stands.
 *
 * <pre>
 * 0x00  4  first instruction: branch, or the MZ of an EFI stub
 * 0x08  8  offset of the text from the start of memory
 * 0x10  8  size in memory, with what is zeroed
 * 0x38  4  magic 41 52 4d 64, "ARM" 0x64
 * </pre>
 */
@NullMarked
package dev.assay.formats.arm64;

import org.jspecify.annotations.NullMarked;
