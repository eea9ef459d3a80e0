/** What changed in code of virtual machines: Java, Android, Python and WebAssembly. */
@NullMarked
package dev.assay.compare.change.bytecode;

import org.jspecify.annotations.NullMarked;
