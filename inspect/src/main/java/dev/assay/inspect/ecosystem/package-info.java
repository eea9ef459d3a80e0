/**
 * Packages of language ecosystems, read from what their installers and builds leave behind, and
 * those of distributions that programs name themselves. {@link
 * dev.assay.inspect.ecosystem.DependencyInspector} makes components of what the readers below find,
 * one package an ecosystem; names follow the package URL types.
 */
@NullMarked
package dev.assay.inspect.ecosystem;

import org.jspecify.annotations.NullMarked;
