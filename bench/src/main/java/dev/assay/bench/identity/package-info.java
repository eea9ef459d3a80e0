/**
 * Measures how well products are recognised by their content; {@code bench/identity.sh} runs it.
 */
@NullMarked
package dev.assay.bench.identity;

import org.jspecify.annotations.NullMarked;
