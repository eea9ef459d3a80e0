/**
 * ARM zImage ({@code arch/arm/boot/compressed/head.S} of Linux): code that unpacks the kernel
 * behind it. In the byte order of the image.
 *
 * <pre>
 * 0x24  4  magic 0x016f2818
 * 0x28  4  address of the start, mostly 0
 * 0x2c  4  address of the end: end − start is the size; a device tree may be appended after it
 * 0x30  4  byte order mark 0x04030201
 * </pre>
 */
@NullMarked
package dev.assay.formats.zimage;

import org.jspecify.annotations.NullMarked;
