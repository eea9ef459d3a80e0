/**
 * Until when others mend what a product is built of. The days are a table, {@code life-cycles.tsv};
 * they are compared with the day of the evaluation and with the product's own support period when
 * tests run, so that everything before depends on the product alone.
 */
@NullMarked
package dev.assay.assess.life;

import org.jspecify.annotations.NullMarked;
