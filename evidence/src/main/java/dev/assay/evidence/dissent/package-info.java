/** Writes down where a replay came to other verdicts than an evaluation. */
@NullMarked
package dev.assay.evidence.dissent;

import org.jspecify.annotations.NullMarked;
