/** The technical documentation of Regulation (EU) 2024/2847 (Cyber Resilience Act), Annex VII. */
@NullMarked
package dev.assay.report.scheme.annex;

import org.jspecify.annotations.NullMarked;
