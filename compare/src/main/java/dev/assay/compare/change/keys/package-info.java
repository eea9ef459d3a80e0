/** What changed in keys, certificates and signatures. */
@NullMarked
package dev.assay.compare.change.keys;

import org.jspecify.annotations.NullMarked;
