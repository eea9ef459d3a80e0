/**
 * What changed in ELF files: layout, symbols, linking, instructions, unwind tables and debugging
 * information.
 */
@NullMarked
package dev.assay.compare.change.elf;

import org.jspecify.annotations.NullMarked;
