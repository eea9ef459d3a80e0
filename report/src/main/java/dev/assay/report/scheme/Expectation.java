package dev.assay.report.scheme;

/**
 * One thing that an outside party expects.
 *
 * @param what in one sentence
 * @param because what it is needed for, or where it is demanded
 */
record Expectation(String what, String because, Expected evidence) {}
