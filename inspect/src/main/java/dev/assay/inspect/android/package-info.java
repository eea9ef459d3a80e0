/**
 * Android packages: what a manifest opens to other apps and to people with a cable, and whose key
 * signed it.
 */
@NullMarked
package dev.assay.inspect.android;

import org.jspecify.annotations.NullMarked;
