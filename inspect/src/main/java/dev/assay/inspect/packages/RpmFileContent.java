package dev.assay.inspect.packages;

import java.util.List;

/**
 * What the content of a package file tells, before the keys of a product are known.
 *
 * @param facts with signatures that are not verified
 * @param proofs of each of these signatures, in their order
 * @param uncomputed why further digests were not computed
 * @param unread why further signatures could not be read
 */
public record RpmFileContent(
    RpmFileFacts facts, List<RpmFileProof> proofs, List<String> uncomputed, List<String> unread) {}
