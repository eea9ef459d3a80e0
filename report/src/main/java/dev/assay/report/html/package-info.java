/** One self-contained page. */
@NullMarked
package dev.assay.report.html;

import org.jspecify.annotations.NullMarked;
