/** CycloneDX 1.6 (ECMA-424) bill of materials. */
@NullMarked
package dev.assay.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
