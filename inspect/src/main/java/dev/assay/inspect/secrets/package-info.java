/**
 * Passwords, tokens and signs of back doors left in files. One component per distinct secret of a
 * root, with all its places.
 */
@NullMarked
package dev.assay.inspect.secrets;

import org.jspecify.annotations.NullMarked;
