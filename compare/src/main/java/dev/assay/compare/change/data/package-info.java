/** What changed in databases, indices, resources and other tables of values. */
@NullMarked
package dev.assay.compare.change.data;

import org.jspecify.annotations.NullMarked;
