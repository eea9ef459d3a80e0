/**
 * What depends on the day of the evaluation. It is judged when tests run, so that inspection, risk
 * and plan depend on the product alone.
 */
@NullMarked
package dev.assay.assess.calendar;

import org.jspecify.annotations.NullMarked;
