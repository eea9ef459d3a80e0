/**
 * NIST OSCAL 1.1 assessment plan and assessment results (<a
 * href="https://pages.nist.gov/OSCAL/">models</a>).
 */
@NullMarked
package dev.assay.report.scheme.oscal;

import org.jspecify.annotations.NullMarked;
