/** A text in blocks, and its writers: the same blocks as a page, as Markdown and as PDF. */
@NullMarked
package dev.assay.report.document;

import org.jspecify.annotations.NullMarked;
