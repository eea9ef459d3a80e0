/**
 * Android Verified Boot: what a {@code vbmeta} partition, or the one in a partition's footer,
 * demands of the boot loader, and with whose key.
 */
@NullMarked
package dev.assay.inspect.verifiedboot;

import org.jspecify.annotations.NullMarked;
