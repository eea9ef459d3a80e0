/**
 * What makers state of flaws in their own products (VEX): OpenVEX 0.2.0, CycloneDX 1.4 and later,
 * CSAF 2.0. One reader a format; which one is told by the content. A statement that cannot be
 * understood is refused with its number, the others are taken.
 */
@NullMarked
package dev.assay.feed.vex;

import org.jspecify.annotations.NullMarked;
