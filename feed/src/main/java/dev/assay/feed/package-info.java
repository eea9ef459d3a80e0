/**
 * What is publicly known about flaws in software, offline: the words for it. {@link
 * dev.assay.feed.Vulnerability} is a flaw, {@link dev.assay.feed.Statement} what one source says of
 * it in one product.
 */
@NullMarked
package dev.assay.feed;

import org.jspecify.annotations.NullMarked;
