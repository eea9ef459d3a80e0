/**
 * What a scan yields: a tree of artifacts in memory, cut into root file systems. Nothing of it
 * exists on the host.
 */
@NullMarked
package dev.assay.inspect.tree;

import org.jspecify.annotations.NullMarked;
