/**
 * Bytes in, structure out. One package per format; each draws its layout in its {@code
 * package-info}. Nothing here knows of security, host paths or components, and nothing here writes
 * to the host.
 *
 * <p>{@link dev.assay.formats.Bytes} is what every reader reads, {@link dev.assay.formats.Format}
 * what every reader is, {@link dev.assay.formats.Formats} the table of contents.
 */
@NullMarked
package dev.assay.formats;

import org.jspecify.annotations.NullMarked;
