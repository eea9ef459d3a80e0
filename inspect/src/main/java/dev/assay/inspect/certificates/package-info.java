/**
 * Certificates (X.509, RFC 5280) wherever they lie: PEM, DER, in key stores. One component per
 * distinct certificate of a root.
 */
@NullMarked
package dev.assay.inspect.certificates;

import org.jspecify.annotations.NullMarked;
