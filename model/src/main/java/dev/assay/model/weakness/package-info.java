/** The classes of weakness that failing test cases show. */
@NullMarked
package dev.assay.model.weakness;

import org.jspecify.annotations.NullMarked;
