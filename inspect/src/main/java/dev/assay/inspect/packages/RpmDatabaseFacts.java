package dev.assay.inspect.packages;

import java.util.List;

/**
 * What an rpm database's bytes tell.
 *
 * @param packages in the order of its rows
 * @param failure why not all of it could be read; empty if all was
 */
public record RpmDatabaseFacts(List<RpmPackage> packages, String failure) {}
