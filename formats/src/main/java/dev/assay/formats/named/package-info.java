/**
 * Formats that are recognised and named, but hold nothing that is evaluated by itself: pictures,
 * fonts, sounds, databases, compiled scripts, encrypted containers.
 *
 * <p>One table, {@link dev.assay.formats.named.Named}: media type, then the bytes that must stand
 * at which offset. Naming them tells them from content that nobody can account for.
 */
@NullMarked
package dev.assay.formats.named;

import org.jspecify.annotations.NullMarked;
