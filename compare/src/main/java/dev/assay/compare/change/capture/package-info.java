/** What changed in captures of packets. */
@NullMarked
package dev.assay.compare.change.capture;

import org.jspecify.annotations.NullMarked;
