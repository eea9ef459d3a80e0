/**
 * What changed in what compilers and runtimes of languages leave: interfaces, metadata, bitcode and
 * saved objects.
 */
@NullMarked
package dev.assay.compare.change.language;

import org.jspecify.annotations.NullMarked;
