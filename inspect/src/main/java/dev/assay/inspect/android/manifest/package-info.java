/**
 * What a manifest declares: attributes of the application, its parts and their links, permissions
 * it defines, other apps it asks after.
 */
@NullMarked
package dev.assay.inspect.android.manifest;

import org.jspecify.annotations.NullMarked;
