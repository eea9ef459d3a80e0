package dev.assay.formats.esp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads programs for the ESP32 and its relatives, and for the ESP8266. */
public final class EspImage implements Container {
  private static final int MAGIC = 0xE9;
  private static final int MAX_SEGMENTS = 16;
  private static final int SEED = 0xEF;
  private static final int DIGEST = 32;

  /** Chip numbers: ESP32, S2, C3, S3, C2, C6, H2, P4, C61, C5. */
  private static final Set<Integer> CHIPS = Set.of(0, 2, 5, 9, 12, 13, 16, 18, 20, 23);

  @Override
  public String type() {
    return "application/vnd.espressif.image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() >= 16
        && content.block(0, 1).u8(0) == MAGIC
        && layout(content).isPresent();
  }

  private record Segment(long at, long address, long size) {}

  /**
   * @param header bytes of the header
   * @param checksumAt where the checksum stands
   */
  private record Layout(int header, List<Segment> segments, long checksumAt, boolean hasDigest) {}

  private static Optional<Layout> layout(Bytes content) {
    return layout(content, 24).or(() -> layout(content, 8));
  }

  /** Empty unless all segments lie one behind the other in the content. */
  private static Optional<Layout> layout(Bytes content, int header) {
    Block start = content.head(header);
    int count = start.size() < header ? 0 : start.u8(1);
    if (count == 0 || count > MAX_SEGMENTS || start.u8(2) > 5) {
      return Optional.empty();
    }
    if (header == 24 && (!CHIPS.contains(start.u16le(12)) || start.u8(23) > 1)) {
      return Optional.empty();
    }
    List<Segment> segments = new ArrayList<>();
    long at = header;
    for (int i = 0; i < count; i++) {
      if (content.size() - at < 8) {
        return Optional.empty();
      }
      Block segment = content.block(at, 8);
      long size = segment.u32le(4);
      at += 8;
      if (size > content.size() - at) {
        return Optional.empty();
      }
      segments.add(new Segment(at, segment.u32le(0), size));
      at += size;
    }
    long checksumAt = at | 15;
    return checksumAt < content.size()
        ? Optional.of(new Layout(header, segments, checksumAt, header == 24 && start.u8(23) == 1))
        : Optional.empty();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Layout layout =
        layout(content)
            .orElseThrow(() -> new Malformed("esp.header", 0, "segments do not fit the image"));
    Parts parts = new Parts(content, "esp", listing);
    parts.reserve(0, layout.header());
    for (Segment segment : layout.segments()) {
      parts.reserve(segment.at() - 8, 8);
      String name = String.format(Locale.ROOT, "segment-0x%08x.bin", segment.address());
      parts.add(name, segment.at(), segment.size());
    }
    long end = layout.checksumAt() + 1;
    Segment last = layout.segments().getLast();
    parts.reserve(last.at() + last.size(), end - last.at() - last.size());
    checksumProblems(content, layout).forEach(listing::problem);
    if (layout.hasDigest()) {
      digestProblems(content, end).forEach(listing::problem);
      parts.reserve(end, Math.min(DIGEST, content.size() - end));
      end = Math.min(content.size(), end + DIGEST);
    }
    Optional<EspSignatures> signatures = EspSignatures.behind(content, end);
    signatures.ifPresent(found -> parts.reserve(found.at(), found.size()));
    signatures
        .map(EspSignatures::problems)
        .orElse(List.of(new Problem("esp.unsigned", end, "no signature behind the program")))
        .forEach(listing::problem);
    parts.finish();
  }

  private static List<Problem> checksumProblems(Bytes content, Layout layout) {
    int[] sum = {SEED};
    for (Segment segment : layout.segments()) {
      Sums.each(
          content.slice(segment.at(), segment.size()),
          (array, from, length) -> {
            for (int i = from; i < from + length; i++) {
              sum[0] ^= array[i] & 0xFF;
            }
          });
    }
    int stored = content.block(layout.checksumAt(), 1).u8(0);
    return Sums.check("esp.checksum", layout.checksumAt(), stored, sum[0]);
  }

  private static List<Problem> digestProblems(Bytes content, long end) {
    if (content.size() - end < DIGEST) {
      return List.of(new Problem("esp.truncated", end, "the digest is not there"));
    }
    byte[] computed = Sums.digest("SHA-256", content.slice(0, end));
    return Sums.check("esp.digest", end, content.block(end, DIGEST).bytes(0, DIGEST), computed);
  }
}
