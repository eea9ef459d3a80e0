/**
 * Packages that programs and libraries name themselves: the notes which builds of distributions
 * leave in them (Package Metadata for Executable Files, UAPI group: ELF notes of owner {@code FDO}
 * and type 0xcafe1a7e whose body is JSON).
 */
@NullMarked
package dev.assay.inspect.ecosystem.note;

import org.jspecify.annotations.NullMarked;
