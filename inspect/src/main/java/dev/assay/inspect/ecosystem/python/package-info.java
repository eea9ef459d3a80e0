/** Python distributions: core metadata of wheels and eggs. */
@NullMarked
package dev.assay.inspect.ecosystem.python;

import org.jspecify.annotations.NullMarked;
