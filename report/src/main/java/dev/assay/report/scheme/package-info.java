/**
 * What an outside party expects of an evaluation: schemes are data, answers and documents follow
 * from the bundle.
 */
@NullMarked
package dev.assay.report.scheme;

import org.jspecify.annotations.NullMarked;
