/** What changed in programs of macOS and Windows. */
@NullMarked
package dev.assay.compare.change.program;

import org.jspecify.annotations.NullMarked;
