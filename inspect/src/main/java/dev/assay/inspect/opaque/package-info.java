/**
 * Content that could not be examined: encrypted, of unknown kind, damaged, over a limit. What is in
 * it is unknown, and unknown is not good.
 */
@NullMarked
package dev.assay.inspect.opaque;

import org.jspecify.annotations.NullMarked;
