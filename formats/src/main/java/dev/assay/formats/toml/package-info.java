/** TOML documents (TOML 1.0.0) as the values that JSON documents are read to. */
@NullMarked
package dev.assay.formats.toml;

import org.jspecify.annotations.NullMarked;
