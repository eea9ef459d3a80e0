@NullMarked
package dev.assay.model.weakness;

import org.jspecify.annotations.NullMarked;
