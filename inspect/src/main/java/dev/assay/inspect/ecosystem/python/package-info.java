/** Python distributions: core metadata of wheels and eggs, lock files, requirements. */
@NullMarked
package dev.assay.inspect.ecosystem.python;

import org.jspecify.annotations.NullMarked;
