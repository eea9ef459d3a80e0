/**
 * Instructions of x86 processors in 32-bit and 64-bit mode (Intel 64 and IA-32 Architectures
 * Software Developer's Manual, volume 2, chapter 2 and appendix A). Which opcode means what stands
 * in the table {@code opcodes.tsv}, in the notation of that appendix.
 *
 * <pre>
 * 0..4   prefixes: 66 67 F0 F2 F3, segments 26 2E 36 3E 64 65; in 64-bit mode REX, 40 to 4F
 *        or VEX (C5 and 1 byte, C4 and 2) or EVEX (62 and 3), which stand for prefixes and escapes
 * 1..3   opcode: one byte, or 0F, 0F 38 or 0F 3A and one
 * 0..1   ModR/M: mod, reg, rm
 * 0..1   SIB: scale, index, base
 * 0..8   displacement
 * 0..8   immediate; all together at most 15 bytes
 * </pre>
 *
 * Not known are 16-bit mode, and of 64-bit mode 3DNow!, XOP, MPX, AMX, half-precision numbers and
 * wide keys of the AES. What is not known is not decoded, never guessed.
 */
@NullMarked
package dev.assay.formats.x86;

import org.jspecify.annotations.NullMarked;
