/**
 * What is publicly known against a package: the matches of a vulnerability feed as facts, so that
 * test cases decide on them like on any other fact. They are looked up when tests run; everything
 * before depends on the product alone.
 */
@NullMarked
package dev.assay.assess.flaw;

import org.jspecify.annotations.NullMarked;
