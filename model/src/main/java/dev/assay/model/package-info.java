/**
 * The words of an evaluation as records and sealed types: product, artifact, component, fact, risk,
 * test case, plan, verdict, gate. No logic beyond the invariants of each record; every other module
 * speaks in these words.
 */
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
