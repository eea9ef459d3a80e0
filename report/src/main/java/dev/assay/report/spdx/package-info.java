/** SPDX 2.3 (ISO/IEC 5962) bill of materials as JSON. */
@NullMarked
package dev.assay.report.spdx;

import org.jspecify.annotations.NullMarked;
