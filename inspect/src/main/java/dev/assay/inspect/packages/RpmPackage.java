package dev.assay.inspect.packages;

import java.util.List;

/**
 * A package of an rpm database.
 *
 * @param requires names it needs: of packages, of sonames, paths
 * @param provides names it answers to, its own among them
 */
public record RpmPackage(PackageFacts facts, List<String> requires, List<String> provides) {}
