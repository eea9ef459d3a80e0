/** Where files lie and who may do what with them. */
@NullMarked
package dev.assay.inspect.placement;

import org.jspecify.annotations.NullMarked;
