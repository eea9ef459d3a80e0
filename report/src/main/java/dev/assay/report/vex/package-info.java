/**
 * What is known against a product and what holds of it, for others to read: OpenVEX 0.2.0,
 * CycloneDX 1.6 and CSAF 2.0 (VEX profile), one class a format. All say the same: flaws of the feed
 * as the product, its configuration and the maker's statements decide them.
 */
@NullMarked
package dev.assay.report.vex;

import org.jspecify.annotations.NullMarked;
