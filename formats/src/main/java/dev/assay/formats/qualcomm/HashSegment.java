package dev.assay.formats.qualcomm;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Optional;

/**
 * What a hash segment holds; lengths in bytes, offsets in it.
 *
 * @param digestsAt behind header and metadata
 * @param digests of all digests
 * @param signature0 Qualcomm's
 * @param certificates0 Qualcomm's
 * @param signature the maker's
 * @param certificates the maker's
 */
record HashSegment(
    long digestsAt,
    long digests,
    long signature0,
    long certificates0,
    long signature,
    long certificates) {
  private static final int HEADER = 48;

  /** Empty where the header is of no known version, or announces more than there is. */
  static Optional<HashSegment> read(Bytes segment) {
    if (segment.size() < HEADER) {
      return Optional.empty();
    }
    Block header = segment.block(0, HEADER);
    Optional<HashSegment> read =
        switch (header.i32le(4)) {
          case 3 ->
              Optional.of(
                  new HashSegment(40, at(header, 20), 0, 0, at(header, 28), at(header, 36)));
          case 5 -> Optional.of(maker(header, 40));
          case 6 -> Optional.of(maker(header, 48 + at(header, 40) + at(header, 44)));
          case 7 -> Optional.of(version7(header));
          default -> Optional.empty();
        };
    return read.filter(each -> each.end() <= segment.size());
  }

  private static HashSegment maker(Block header, long digestsAt) {
    return new HashSegment(
        digestsAt, at(header, 20), at(header, 8), at(header, 12), at(header, 28), at(header, 36));
  }

  private static HashSegment version7(Block header) {
    return new HashSegment(
        40 + at(header, 8) + at(header, 12) + at(header, 16),
        at(header, 20),
        at(header, 24),
        at(header, 28),
        at(header, 32),
        at(header, 36));
  }

  private static long at(Block header, int offset) {
    return header.u32le(offset);
  }

  long end() {
    return digestsAt + digests + signature0 + certificates0 + signature + certificates;
  }

  boolean isSigned() {
    return signature0 > 0 || signature > 0;
  }
}
