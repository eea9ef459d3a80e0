/**
 * Brotli (RFC 7932). A stream has neither magic number nor length: it begins with the size of its
 * window (1 to 7 bits) and goes on with meta-blocks, of which one is the last. So it is decoded
 * only where a container says so: images of Android updates and sections of UEFI firmware.
 */
@NullMarked
package dev.assay.formats.brotli;

import org.jspecify.annotations.NullMarked;
