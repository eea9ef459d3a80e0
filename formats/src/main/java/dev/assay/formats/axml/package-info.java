/**
 * Android's binary XML (AOSP {@code ResourceTypes.h}): a manifest or layout as aapt compiles it.
 * All little-endian.
 *
 * <pre>
 * chunk      0 u16 type     2 u16 header size    4 u32 size, header included; the next chunk follows
 * 0003 XML   header 8; chunks follow inside
 * 0001 string pool: 8 u32 strings  12 u32 styles  16 u32 flags (0100 UTF-8)  20 u32 start of strings  24 u32 start of styles
 *            28 u32 offset of each string. UTF-16: u16 length (two where bit 15 is set), characters
 *            UTF-8: length in characters, length in bytes (each one byte, two where bit 7 is set), bytes
 * 0180 resource map: u32 resource id of each attribute name, in the order of the pool
 * 0102 start element: 8 u32 line  12 u32 comment  16 u32 namespace  20 u32 name  24 u16 start of attributes from 16
 *            26 u16 size of an attribute  28 u16 their number; each: 0 u32 namespace  4 u32 name  8 u32 raw text  12 u16 size
 *            15 u8 type (01 reference, 03 string, 10 decimal, 11 hexadecimal, 12 boolean)  16 u32 value
 * 0103 end element
 * </pre>
 *
 * Attribute names may be blanked by tools; the resource id is what the system goes by.
 */
@NullMarked
package dev.assay.formats.axml;

import org.jspecify.annotations.NullMarked;
