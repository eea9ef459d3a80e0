/** Disclosing: chosen lines of a signed bundle put into one file that proves them. */
@NullMarked
package dev.assay.evidence.disclose;

import org.jspecify.annotations.NullMarked;
