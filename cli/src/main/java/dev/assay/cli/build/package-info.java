/** What runs while Assay is built: compiles, proves and packs the catalogue. */
@NullMarked
package dev.assay.cli.build;

import org.jspecify.annotations.NullMarked;
