/**
 * From components to a launch decision: {@code risk} before any test, the plan that follows from
 * it, verdicts, and the {@code gate}. Each is a pure function of the one before.
 */
@NullMarked
package dev.assay.assess;

import org.jspecify.annotations.NullMarked;
