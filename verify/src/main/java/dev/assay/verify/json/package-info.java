/**
 * JSON (RFC 8259), as much of it as a verifier needs: no library, every limit stated.
 *
 * <p>What the grammar does not allow is refused with the offset of the first wrong byte; so are
 * nesting deeper than {@value dev.assay.verify.json.JsonReader#MAX_DEPTH}, a key that stands twice
 * in one object, and text that is not UTF-8.
 */
@NullMarked
package dev.assay.verify.json;

import org.jspecify.annotations.NullMarked;
