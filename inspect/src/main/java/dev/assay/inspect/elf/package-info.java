/**
 * Programs and shared libraries: how they were built, what they call, what they are linked with.
 * Facts of the file itself are found once per content ({@link dev.assay.inspect.elf.ElfInspector});
 * where it lies and with which rights, once per place.
 */
@NullMarked
package dev.assay.inspect.elf;

import org.jspecify.annotations.NullMarked;
