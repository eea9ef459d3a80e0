/** What changed in texts and in messages of programs. */
@NullMarked
package dev.assay.compare.change.text;

import org.jspecify.annotations.NullMarked;
