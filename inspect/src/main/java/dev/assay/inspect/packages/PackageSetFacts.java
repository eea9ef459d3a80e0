package dev.assay.inspect.packages;

import java.util.List;

/**
 * A package database as a whole.
 *
 * @param manager {@code dpkg}, {@code opkg}, {@code apk}, {@code rpm}
 * @param packages names, sorted
 * @param incomplete names of packages that are not fully installed
 * @param duplicated names installed in more than one version
 */
public record PackageSetFacts(
    String manager, List<String> packages, List<String> incomplete, List<String> duplicated) {}
