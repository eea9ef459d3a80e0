/**
 * Android's compiled resources, {@code resources.arsc} (AOSP {@code ResourceTypes.h}). All
 * little-endian; chunks as in {@link dev.assay.formats.axml}.
 *
 * <pre>
 * 0002 table     8 u32 packages; inside: string pool of values, then a package each
 * 0200 package   8 u32 id  12 name, 128 UTF-16 units  268 u32 start of the pool of types  276 u32 start of the pool of keys; inside:
 * 0201 type      8 u8 id  9 u8 flags (1 sparse, 2 offsets of two bytes)  12 u32 entries  16 u32 start of entries  20 configuration
 *                u32 offset of each entry from there, ffffffff none; sparse: u16 entry, u16 offset/4; two bytes: u16 offset/4, ffff none
 * configuration  0 u32 size  8 two bytes of language  10 two bytes of country; packed where bit 7 is set
 * entry          0 u16 size  2 u16 flags (1 complex, 8 compact)  4 u32 key; then a value: 0 u16 size  3 u8 type  4 u32 data
 *                complex: 8 u32 parent  12 u32 values, each u32 name and a value
 *                compact: 0 u16 key  2 u8 flags  3 u8 type  4 u32 data
 * </pre>
 *
 * A resource's id is {@code PPTTEEEE}: package, type, entry. Entries are decoded when asked for, so
 * that reading costs what the chunks cost, however many entries they claim.
 */
@NullMarked
package dev.assay.formats.arsc;

import org.jspecify.annotations.NullMarked;
