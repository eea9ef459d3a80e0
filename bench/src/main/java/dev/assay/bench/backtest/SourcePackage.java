package dev.assay.bench.backtest;

import java.util.List;

/**
 * A source package of a release.
 *
 * @param binaries the binary packages that stand for it: the largest below the limit of the sample
 * @param size installed KiB of all its binary packages
 * @param dependents other source packages with a binary that depends on one of its binaries
 * @param updated whether the release has it in a version made for the release after it came out
 */
record SourcePackage(
    String name, List<String> binaries, long size, int dependents, boolean updated) {}
