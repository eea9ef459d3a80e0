/** Go programs: the modules that the linker names in them. */
@NullMarked
package dev.assay.inspect.ecosystem.go;

import org.jspecify.annotations.NullMarked;
