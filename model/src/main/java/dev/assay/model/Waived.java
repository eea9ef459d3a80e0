package dev.assay.model;

/**
 * A failure that a person has taken responsibility for.
 *
 * @param until last day it holds, ISO 8601; empty where that is not limited
 */
public record Waived(String test, String component, String reason, String by, String until) {}
