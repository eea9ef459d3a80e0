/**
 * What test cases ask of facts: expressions as data, compiled to closures over typed slots,
 * three-valued, able to say which facts decided.
 */
@NullMarked
package dev.assay.catalogue.expression;

import org.jspecify.annotations.NullMarked;
