/**
 * Holds the risk that Assay gives packages before any test against what happened later: whether the
 * distribution had to publish security fixes for them. No vulnerability data goes into the risk.
 */
@NullMarked
package dev.assay.bench.backtest;

import org.jspecify.annotations.NullMarked;
