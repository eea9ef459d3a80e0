/** Instructions of programs of any format: which are the same, and which differ. */
@NullMarked
package dev.assay.compare.change.code;

import org.jspecify.annotations.NullMarked;
