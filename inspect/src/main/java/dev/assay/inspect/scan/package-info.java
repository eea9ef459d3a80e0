/**
 * Reads a product: every byte once, every distinct content analysed once.
 *
 * <p>{@link dev.assay.inspect.scan.Scanner} forks over members; a content's analysis is keyed by
 * its SHA-256, containers included, so copies and self-containing archives cost nothing more. When
 * all is read, {@code Assembly} walks the result in order of path, which makes it independent of
 * the number of threads.
 */
@NullMarked
package dev.assay.inspect.scan;

import org.jspecify.annotations.NullMarked;
