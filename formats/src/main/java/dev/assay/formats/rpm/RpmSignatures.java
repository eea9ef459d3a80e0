package dev.assay.formats.rpm;

import static dev.assay.formats.rpm.RpmDigest.Part.BOTH;
import static dev.assay.formats.rpm.RpmDigest.Part.HEADER;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.openpgp.OpenPgpPacket;
import dev.assay.formats.openpgp.OpenPgpSignature;
import dev.assay.formats.rpm.RpmDigest.Part;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Signatures of a package (rpm, docs/manual/signatures_digests.md, format_v6.md).
 *
 * @param unread why some could not be read
 */
record RpmSignatures(List<RpmSignature> all, List<Problem> problems, List<String> unread) {
  private static final int MAX = 1 << 20;
  private static final int MOST = 64;

  /** Tags with the bytes of a packet. What algorithm it is of, the packet says. */
  private static final SortedMap<Integer, Part> BINARY =
      new TreeMap<>(Map.of(267, HEADER, 268, HEADER, 1002, BOTH, 1005, BOTH, 1006, BOTH));

  /** Since rpm 6: texts in base64, one a signature. */
  private static final int OPENPGP = 278;

  static RpmSignatures of(RpmParts parts) {
    RpmSignatures signatures =
        new RpmSignatures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    BINARY.forEach((tag, part) -> signatures.read(tag, part, parts));
    signatures.read(OPENPGP, HEADER, parts);
    return new RpmSignatures(
        List.copyOf(signatures.all),
        List.copyOf(signatures.problems),
        List.copyOf(signatures.unread));
  }

  private void read(int tag, Part part, RpmParts parts) {
    long at = parts.signature().place(tag);
    try {
      parts.signature().value(tag).ifPresent(value -> read(tag, value, part, at, parts));
    } catch (Malformed broken) {
      unreadable(at, broken.problem().message());
    }
  }

  private void read(int tag, RpmValue value, Part part, long at, RpmParts parts) {
    if (value.bytes().size() > MAX) {
      unreadable(at, value.bytes().size() + " bytes are no signature");
    } else if (tag != OPENPGP) {
      packets(value.bytes(), part, at, parts);
    } else {
      for (String text : value.elements(MAX)) {
        try {
          packets(Bytes.of(Base64.getMimeDecoder().decode(text)), part, at, parts);
        } catch (IllegalArgumentException noBase64) {
          unreadable(at, "expected base64");
        }
      }
    }
  }

  private void packets(Bytes packets, Part part, long at, RpmParts parts) {
    for (OpenPgpPacket packet : OpenPgpPacket.all(packets)) {
      if (packet.tag() != OpenPgpPacket.SIGNATURE || all.size() >= MOST) {
        unreadable(
            at, "a packet of kind " + packet.tag() + " behind " + all.size() + " signatures");
        return;
      }
      OpenPgpSignature signature = OpenPgpSignature.read(packet.body());
      RpmSignature found = RpmSignature.of(part, signature, parts.bytes(part), at);
      all.add(found);
      if (!found.fits().orElse(true)) {
        String message = "the signature is of another " + part + "; read anyway";
        problems.add(new Problem("rpm.signature", at, message));
      }
    }
  }

  private void unreadable(long at, String why) {
    unread.add(why);
    problems.add(new Problem("rpm.signature", at, why + "; the signature is not read"));
  }
}
