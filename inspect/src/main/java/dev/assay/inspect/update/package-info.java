/**
 * How a product takes updates: RAUC, SWUpdate, Mender, OSTree, and the package managers apt and
 * opkg.
 */
@NullMarked
package dev.assay.inspect.update;

import org.jspecify.annotations.NullMarked;
