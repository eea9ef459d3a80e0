package dev.assay.cli.earlier;

import java.util.SequencedMap;

/**
 * What one run wrote.
 *
 * @param status exit status
 * @param bundleName name of the bundle's folder
 * @param output what it wrote to standard output
 * @param files bytes of the bundle's files by name, without {@code run.json}
 */
public record EarlierRun(
    int status, String bundleName, byte[] output, SequencedMap<String, byte[]> files) {}
