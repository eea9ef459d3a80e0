package dev.assay.formats.rpm;

import static dev.assay.formats.rpm.RpmDigest.Part.BOTH;
import static dev.assay.formats.rpm.RpmDigest.Part.HEADER;
import static dev.assay.formats.rpm.RpmDigest.Part.PAYLOAD;

import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.rpm.RpmDigest.Part;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Digests of a package (rpm, docs/manual/signatures_digests.md, format_v6.md). Those of the payload
 * before it was compressed are not computed.
 *
 * @param uncomputed why some were not
 */
record RpmDigests(List<RpmDigest> all, List<Problem> problems, List<String> uncomputed) {
  private static final int MD5 = 1004;
  private static final int PAYLOAD_ALGORITHM = 5093;
  private static final int SHA_256 = 8;
  private static final int MD5_BYTES = 16;

  /** A digest by its tag, in hexadecimal. */
  private record Place(int tag, Part part, String algorithm, String code) {}

  private static final List<Place> IN_SIGNATURE =
      List.of(
          new Place(273, HEADER, "SHA-256", "rpm.header-digest"),
          new Place(269, HEADER, "SHA-1", "rpm.header-digest"),
          new Place(279, HEADER, "SHA3-256", "rpm.header-digest"));

  private static final List<Place> IN_HEADER =
      List.of(
          new Place(5121, PAYLOAD, "SHA-512", "rpm.payload-digest"),
          new Place(5123, PAYLOAD, "SHA3-256", "rpm.payload-digest"));

  /** Of the algorithm that another tag names as OpenPGP does; format 6 has only SHA-256. */
  private static final int PAYLOAD_DIGEST = 5092;

  static RpmDigests of(RpmParts parts) {
    RpmDigests digests = new RpmDigests(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    IN_SIGNATURE.forEach(each -> digests.check(each, parts.signature(), parts));
    digests.payload(parts);
    IN_HEADER.forEach(each -> digests.check(each, parts.header(), parts));
    // Older packages have no other digest of the payload.
    String md5 = parts.signature().hex(MD5, MD5_BYTES);
    digests.check(new Place(MD5, BOTH, "MD5", "rpm.digest"), md5, parts);
    return new RpmDigests(
        List.copyOf(digests.all), List.copyOf(digests.problems), List.copyOf(digests.uncomputed));
  }

  private void payload(RpmParts parts) {
    int algorithm = parts.header().number(PAYLOAD_ALGORITHM).orElse(SHA_256);
    Optional<String> name = OpenPgpNames.digest(algorithm);
    if (name.isPresent()) {
      Place place = new Place(PAYLOAD_DIGEST, PAYLOAD, name.get(), "rpm.payload-digest");
      check(place, parts.header(), parts);
    } else if (!parts.header().text(PAYLOAD_DIGEST).isEmpty()) {
      String message = "digest by algorithm " + algorithm + " is not computed; payload not checked";
      uncomputed.add(message);
      problems.add(new Problem("rpm.payload-digest", parts.header().end(), message));
    }
  }

  private void check(Place place, RpmHeader where, RpmParts parts) {
    check(place, where.text(place.tag()), parts);
  }

  private void check(Place place, String told, RpmParts parts) {
    if (told.isEmpty()) {
      return;
    }
    RpmDigest digest =
        RpmDigest.of(
            place.part(),
            place.algorithm(),
            told,
            parts.bytes(place.part()),
            parts.at(place.part()));
    all.add(digest);
    if (!digest.matches()) {
      String message =
          digest.algorithm() + " is " + told + ", computed " + digest.computed() + "; read anyway";
      problems.add(new Problem(place.code(), digest.at(), message));
    }
  }
}
