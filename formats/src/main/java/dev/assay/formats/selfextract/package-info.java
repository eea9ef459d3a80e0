/**
 * Shell scripts with an archive behind their last line, as makeself and vendors' installers are.
 *
 * <pre>
 * #!/bin/sh
 * …                what to do, text
 * exit 0
 * archive          of any known format, compressed or not
 * </pre>
 *
 * The archive begins at the start of the line with the first byte that is no text, provided that a
 * known format begins there. Script and archive are the members.
 */
@NullMarked
package dev.assay.formats.selfextract;

import org.jspecify.annotations.NullMarked;
