/**
 * Readers of public vulnerability data, one class a source. Input is hostile until read: records
 * are read one at a time into a bounded tree, checked field by field, and refused one by one with
 * their place; a file whose structure itself is broken (cut off, not JSON) is refused as a whole,
 * because how much of it is missing cannot be known.
 *
 * <p>{@link dev.assay.feed.source.Sources} is the way in. What a reader understands goes to an
 * {@link dev.assay.feed.source.Intake}; nothing of a refused record does.
 */
@NullMarked
package dev.assay.feed.source;

import org.jspecify.annotations.NullMarked;
