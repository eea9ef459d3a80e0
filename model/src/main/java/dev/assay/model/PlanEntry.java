package dev.assay.model;

/**
 * Whether one test case runs on one component.
 *
 * @param why the reason, both ways
 */
public record PlanEntry(String test, String component, boolean run, String why) {}
