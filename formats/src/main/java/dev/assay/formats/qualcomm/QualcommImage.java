package dev.assay.formats.qualcomm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.qualcomm.Segments.Segment;
import dev.assay.model.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads signed programs of Qualcomm's processors. One whose segments are files of their own is left
 * to be an ELF file.
 */
public final class QualcommImage implements Container {
  /** By bytes of a digest. */
  private static final Map<Long, String> ALGORITHMS =
      Map.of(20L, "SHA-1", 32L, "SHA-256", 48L, "SHA-384");

  private record Image(Segments segments, HashSegment hashes, long hashesAt) {}

  @Override
  public String type() {
    return "application/vnd.qualcomm.image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return image(content).isPresent();
  }

  private static Optional<Image> image(Bytes content) {
    return Segments.of(content)
        .filter(segments -> isIn(content, segments.hashSegment()))
        .flatMap(
            segments -> {
              Segment segment = segments.hashSegment();
              return HashSegment.read(content.slice(segment.offset(), segment.size()))
                  .map(hashes -> new Image(segments, hashes, segment.offset()));
            });
  }

  private static boolean isIn(Bytes content, Segment segment) {
    return segment.offset() >= 0
        && segment.size() >= 0
        && segment.offset() <= content.size()
        && segment.size() <= content.size() - segment.offset();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Image image =
        image(content)
            .orElseThrow(() -> new Malformed("qualcomm.header", 0, "no segment of digests"));
    Parts parts = new Parts(content, "qualcomm", listing);
    addHashes(image, parts);
    if (!image.hashes().isSigned()) {
      listing.problem(new Problem("qualcomm.unsigned", image.hashesAt(), "no signature"));
    }
    addSegments(content, image, parts, listing);
    parts.finish();
  }

  private static void addHashes(Image image, Parts parts) {
    HashSegment hashes = image.hashes();
    long at = image.hashesAt();
    parts.reserve(at, hashes.digestsAt() + hashes.digests());
    at += hashes.digestsAt() + hashes.digests();
    parts.add("qualcomm-signature", at, hashes.signature0());
    at += hashes.signature0();
    parts.add("qualcomm-certificates", at, hashes.certificates0());
    at += hashes.certificates0();
    parts.add("signature", at, hashes.signature());
    parts.add("certificates", at + hashes.signature(), hashes.certificates());
  }

  private static void addSegments(Bytes content, Image image, Parts parts, Listing listing) {
    List<Segment> all = image.segments().all();
    boolean paged = all.stream().anyMatch(Segment::paged);
    long digest = image.hashes().digests() / all.size();
    String algorithm = ALGORITHMS.getOrDefault(digest, "");
    if (!paged && (algorithm.isEmpty() || digest * all.size() != image.hashes().digests())) {
      String found = image.hashes().digests() + " bytes of digests for " + all.size();
      listing.problem(new Problem("qualcomm.digests", image.hashesAt(), found + " segments"));
    }
    // Segments that lie over each other are digested only as far as an image without such has
    // bytes.
    long left = content.size();
    for (int i = 0; i < all.size(); i++) {
      Segment segment = all.get(i);
      List<Problem> problems = List.of();
      boolean there = isIn(content, segment) && segment.size() <= left && segment.size() > 0;
      if (there && !paged && !algorithm.isEmpty() && i != image.segments().hashes()) {
        left -= segment.size();
        long at = image.hashesAt() + image.hashes().digestsAt() + i * digest;
        problems = check(content, segment, algorithm, at, (int) digest);
      }
      if (segment.isHeaders()) {
        problems.forEach(listing::problem);
        parts.reserve(segment.offset(), segment.size());
      } else if (i != image.segments().hashes()) {
        parts.add("segment-" + i, segment.offset(), segment.size(), problems);
      }
    }
  }

  /** Segments that may be changed after signing have zeros for a digest. */
  private static List<Problem> check(
      Bytes content, Segment segment, String algorithm, long at, int length) {
    if (at + length > content.size()) {
      return List.of();
    }
    byte[] stored = content.block(at, length).bytes(0, length);
    if (Arrays.equals(stored, new byte[length])) {
      return List.of(new Problem("qualcomm.no-digest", at, "the segment has no digest"));
    }
    Bytes bytes = content.slice(segment.offset(), segment.size());
    return Sums.check("qualcomm.digest", at, stored, Sums.digest(algorithm, bytes));
  }
}
