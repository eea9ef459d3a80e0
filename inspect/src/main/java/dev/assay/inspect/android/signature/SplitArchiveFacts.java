package dev.assay.inspect.android.signature;

import java.util.List;

/**
 * What the v1 signature of a split is worth that is also signed by a later scheme. It counts where
 * the app installs on systems that go by v1, which only the app's base tells.
 *
 * @param flaws what was found to be wrong
 * @param digests names of the hash functions it is made with, sorted
 */
public record SplitArchiveFacts(List<Flaw> flaws, List<String> digests) {}
