/** Makes an evaluation of a bundle again, so that it can be shown in other ways later. */
@NullMarked
package dev.assay.evidence.recall;

import org.jspecify.annotations.NullMarked;
