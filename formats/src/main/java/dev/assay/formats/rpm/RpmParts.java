package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * The parts of a package behind its lead.
 *
 * @param content all of it
 * @param signature header of signatures and digests
 * @param header of what is packed
 */
record RpmParts(Bytes content, RpmHeader signature, RpmHeader header) {
  private static final int LEAD = 96;

  /**
   * @throws Malformed {@code rpm.header} where there are none
   */
  static RpmParts of(Bytes content) {
    RpmHeader signature = RpmHeader.at(content, LEAD);
    return new RpmParts(content, signature, RpmHeader.at(content, (signature.end() + 7) / 8 * 8));
  }

  Bytes payload() {
    return content.from(header.end());
  }

  /** The bytes of a part as digests and signatures are made of them. */
  Bytes bytes(RpmDigest.Part part) {
    return switch (part) {
      case HEADER -> content.slice(header.at(), header.end() - header.at());
      case PAYLOAD -> payload();
      case BOTH -> content.from(header.at());
    };
  }

  /** Where a part begins. */
  long at(RpmDigest.Part part) {
    return part == RpmDigest.Part.PAYLOAD ? header.end() : header.at();
  }
}
