package dev.assay.inspect.packages;

import java.util.List;

/**
 * A file with an rpm package, that somebody may install.
 *
 * @param name of the package
 * @param version with the epoch where there is one, and the release
 * @param digests that it has of itself and that were computed: {@code SHA-256 of payload}
 * @param mismatches those of them that do not match
 * @param signatures in the order of their tags
 */
public record RpmFileFacts(
    String name,
    String version,
    String architecture,
    List<String> digests,
    List<String> mismatches,
    List<RpmFileSignature> signatures) {
  RpmFileFacts with(List<RpmFileSignature> checked) {
    return new RpmFileFacts(name, version, architecture, digests, mismatches, checked);
  }
}
