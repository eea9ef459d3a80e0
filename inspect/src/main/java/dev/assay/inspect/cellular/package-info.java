/**
 * What readers of mobile network software share: its three syntaxes that are no other software's
 * own, and where it listens.
 */
@NullMarked
package dev.assay.inspect.cellular;

import org.jspecify.annotations.NullMarked;
