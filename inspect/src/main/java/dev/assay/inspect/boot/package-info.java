/**
 * How the product starts: the arguments that boot loaders, device trees and scripts give the
 * kernel.
 */
@NullMarked
package dev.assay.inspect.boot;

import org.jspecify.annotations.NullMarked;
