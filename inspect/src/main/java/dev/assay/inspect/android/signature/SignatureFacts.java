package dev.assay.inspect.android.signature;

import dev.assay.inspect.android.Joined;
import java.util.List;

/**
 * What the signatures of one Android package are worth.
 *
 * @param packageName its identity
 * @param minSdk oldest API level it installs on
 * @param schemes that are there: {@code v1} … {@code v4}
 * @param checked those that were verified; v1 only where some system that the package installs on
 *     goes by it
 * @param flaws what was found to be wrong
 * @param digests names of the hash functions they are made with, sorted
 * @param contents hex digests of the content that v2 and v3 sign, sorted
 * @param rootHash root of the tree of SHA-256 digests over the package's pages of 4096 bytes, hex;
 *     empty where v4 has nothing to add to
 * @param lineage SHA-256 of the certificates that the signer's key came after, the first one first
 * @param validFrom year in which the signer's certificate begins; 0 where unknown
 * @param validUntil year in which it ends
 * @param validDays days in between; negative where it ends before it begins
 */
public record SignatureFacts(
    String packageName,
    int minSdk,
    List<String> schemes,
    List<String> checked,
    List<Flaw> flaws,
    List<String> digests,
    List<String> contents,
    String rootHash,
    List<String> lineage,
    int validFrom,
    int validUntil,
    int validDays) {

  /** As a part of an app that installs from {@code level} on. */
  SignatureFacts from(int level) {
    return new SignatureFacts(
        packageName,
        level,
        schemes,
        checked,
        flaws,
        digests,
        contents,
        rootHash,
        lineage,
        validFrom,
        validUntil,
        validDays);
  }

  /** With what the v1 signature of a split is worth. */
  SignatureFacts with(SplitArchiveFacts archive) {
    return judged(
        schemes,
        Verdicts.joined(List.of("v1"), checked),
        Verdicts.joined(archive.flaws(), flaws),
        Joined.sorted(archive.digests(), digests));
  }

  /** With what the file beside the package says. */
  SignatureFacts with(Verdicts side) {
    return judged(
        Verdicts.joined(schemes, List.of("v4")),
        Verdicts.joined(checked, List.of("v4")),
        Verdicts.joined(flaws, side.flaws()),
        digests);
  }

  private SignatureFacts judged(
      List<String> there, List<String> looked, List<Flaw> wrong, List<String> hashes) {
    return new SignatureFacts(
        packageName,
        minSdk,
        there,
        looked,
        wrong,
        hashes,
        contents,
        rootHash,
        lineage,
        validFrom,
        validUntil,
        validDays);
  }
}
