package dev.assay.bench.backtest;

/**
 * A source package of a release.
 *
 * @param binary the binary package that stands for it: the largest below the limit of the sample
 * @param size installed KiB of all its binary packages
 * @param dependents other source packages with a binary that depends on one of its binaries
 * @param updated whether the release has it in a version made for the release after it came out
 */
record SourcePackage(String name, String binary, long size, int dependents, boolean updated) {}
