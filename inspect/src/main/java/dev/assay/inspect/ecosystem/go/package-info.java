/** Go: the modules that the linker names in programs, {@code go.mod} and vendored sources. */
@NullMarked
package dev.assay.inspect.ecosystem.go;

import org.jspecify.annotations.NullMarked;
