/** What became of failures from release to release, read from the bundles of the releases. */
@NullMarked
package dev.assay.evidence.releases;

import org.jspecify.annotations.NullMarked;
