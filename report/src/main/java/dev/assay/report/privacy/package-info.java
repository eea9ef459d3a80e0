/**
 * What apps do with personal data beside what is declared of it, for people and for programs. Made
 * of the facts of the kind {@code app-privacy} alone.
 */
@NullMarked
package dev.assay.report.privacy;

import org.jspecify.annotations.NullMarked;
