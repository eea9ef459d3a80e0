/** What changed in pictures, sounds and fonts. */
@NullMarked
package dev.assay.compare.change.media;

import org.jspecify.annotations.NullMarked;
