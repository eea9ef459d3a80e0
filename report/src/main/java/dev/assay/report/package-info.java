/**
 * Views of an evaluation, one package per format; {@link dev.assay.report.Reports} is the table of
 * contents. A view never adds a judgement: all it shows stands in the bundle.
 */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
