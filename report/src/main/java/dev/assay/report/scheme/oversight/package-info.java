/** The report for those who oversee evaluations and read many of them. */
@NullMarked
package dev.assay.report.scheme.oversight;

import org.jspecify.annotations.NullMarked;
