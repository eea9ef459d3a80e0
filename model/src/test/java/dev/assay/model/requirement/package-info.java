@NullMarked
package dev.assay.model.requirement;

import org.jspecify.annotations.NullMarked;
