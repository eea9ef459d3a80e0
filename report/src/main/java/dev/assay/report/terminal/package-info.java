/** What a person sees at the end of a run. */
@NullMarked
package dev.assay.report.terminal;

import org.jspecify.annotations.NullMarked;
