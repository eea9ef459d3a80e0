/**
 * The maker's own bill of materials, beside what is really inside.
 *
 * <p>It is a part of the product: a file {@code sbom*.json} or {@code sbom*.xml} at the top of an
 * image or given beside it, in CycloneDX (ECMA-424; JSON or XML) or SPDX 2.2 and 2.3 (ISO/IEC 5962;
 * JSON). A record that cannot be understood is refused with its place; the others are taken.
 */
@NullMarked
package dev.assay.inspect.sbom;

import org.jspecify.annotations.NullMarked;
