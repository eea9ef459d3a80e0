/**
 * What the compressed stream formats share: reading {@code Bytes} as a stream, collecting output
 * beside problems, deflate.
 */
@NullMarked
package dev.assay.formats.stream;

import org.jspecify.annotations.NullMarked;
