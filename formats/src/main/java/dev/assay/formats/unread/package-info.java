/**
 * File systems that are known by their magic numbers and not read: never taken for content of no
 * known format, nor for empty.
 */
@NullMarked
package dev.assay.formats.unread;

import org.jspecify.annotations.NullMarked;
