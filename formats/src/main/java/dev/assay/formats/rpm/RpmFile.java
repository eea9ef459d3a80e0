package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a package says of itself, and whether it holds.
 *
 * @param name of the package, without version
 * @param version with the epoch where there is one, and the release: {@code 1:2.0-3}
 * @param architecture {@code x86_64}
 * @param digests that could be computed
 * @param signatures that could be read
 * @param uncomputed why further digests were not computed
 * @param unread why further signatures could not be read
 * @param problems digests that do not match, signatures of something else, what could not be read
 */
public record RpmFile(
    String name,
    String version,
    String architecture,
    List<RpmDigest> digests,
    List<RpmSignature> signatures,
    List<String> uncomputed,
    List<String> unread,
    List<Problem> problems) {
  private static final int NAME = 1000;
  private static final int VERSION = 1001;
  private static final int RELEASE = 1002;
  private static final int EPOCH = 1003;
  private static final int ARCHITECTURE = 1022;

  /**
   * @throws Malformed {@code rpm.header} where a header does not hold together
   */
  public static RpmFile read(Bytes content) {
    RpmParts parts = RpmParts.of(content);
    RpmHeader header = parts.header();
    String epoch =
        header.number(EPOCH).stream().mapToObj(each -> each + ":").findFirst().orElse("");
    RpmDigests digests = RpmDigests.of(parts);
    RpmSignatures signatures = RpmSignatures.of(parts);
    return new RpmFile(
        header.text(NAME),
        epoch + header.text(VERSION) + "-" + header.text(RELEASE),
        header.text(ARCHITECTURE),
        digests.all(),
        signatures.all(),
        digests.uncomputed(),
        signatures.unread(),
        Stream.of(digests.problems(), signatures.problems()).flatMap(List::stream).toList());
  }
}
