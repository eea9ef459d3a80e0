package dev.assay.inspect.support;

/**
 * The support period that is declared for the product.
 *
 * @param until last day on which it gets security updates, ISO 8601; empty where no day is named
 */
public record SupportPeriodFacts(String until) {}
