package dev.assay.inspect.android;

/**
 * What makes a package a part of an app that others belong to as well.
 *
 * @param packageName of the app
 * @param name of the part: {@code config.de}
 * @param code whether it has code of its own
 */
public record SplitFacts(String packageName, String name, boolean code) {}
