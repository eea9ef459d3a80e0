package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads Ubiquiti's images of airOS and UniFi. */
public final class Ubiquiti implements Container, Carvable {
  private static final List<String> MAGICS = List.of("UBNT", "OPEN", "GEOS");
  private static final int HEADER = 268;
  private static final int CHECKED = 260;
  private static final int PART = 56;
  private static final int PART_TRAILER = 8;
  private static final int END = 12;
  private static final int SIGNED_END = 264;
  private static final int MAX_PARTS = 256;

  @Override
  public String type() {
    return "application/vnd.ubnt.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return MAGICS.stream().anyMatch(magic -> content.has(0, magic))
        && content.size() > HEADER
        && (isPart(content, HEADER) || headerMatches(content));
  }

  private static boolean isPart(Bytes content, long at) {
    return content.has(at, "PART") || content.has(at, "EXEC");
  }

  private static boolean headerMatches(Bytes content) {
    return Sums.crc32(content.slice(0, CHECKED)) == content.block(CHECKED, 4).i32be(0);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "ubnt", listing);
    walk(content, new Walk(parts, listing));
    parts.finish();
  }

  private record Walk(Parts parts, Listing listing) {}

  private static void walk(Bytes content, Walk walk) {
    int computed = Sums.crc32(content.slice(0, CHECKED));
    Sums.check("ubnt.header-crc", CHECKED, content.block(CHECKED, 4).i32be(0), computed)
        .forEach(walk.listing()::problem);
    walk.parts().reserve(0, HEADER);
    long at = HEADER;
    for (int i = 0; i < MAX_PARTS && isPart(content, at); i++) {
      Block part = content.block(at, PART);
      long size = part.u32be(48);
      long start = at + PART;
      walk.parts().reserve(at, PART);
      walk.parts().add(part.cString(4, 16), start, size, partProblems(content, at, size));
      walk.parts().reserve(start + size, PART_TRAILER);
      at = Math.min(content.size(), start + size + PART_TRAILER);
    }
    end(content, at, walk);
  }

  private static List<Problem> partProblems(Bytes content, long at, long size) {
    long end = at + PART + size;
    if (end + PART_TRAILER > content.size()) {
      return List.of();
    }
    int stored = content.block(end, 4).i32be(0);
    return Sums.check("ubnt.part-crc", end, stored, Sums.crc32(content.slice(at, PART + size)));
  }

  private static void end(Bytes content, long at, Walk walk) {
    if (content.has(at, "END.") && at + END <= content.size()) {
      int stored = content.block(at + 4, 4).i32be(0);
      Sums.check("ubnt.crc", at + 4, stored, Sums.crc32(content.slice(0, at)))
          .forEach(walk.listing()::problem);
      walk.parts().reserve(at, END);
    } else if (content.has(at, "ENDS") && at + SIGNED_END <= content.size()) {
      // The key is in the boot loader of the device, so the signature itself is not checked.
      walk.parts().add("signature", at + 4, SIGNED_END - 8);
      walk.parts().reserve(at, 4);
      walk.parts().reserve(at + SIGNED_END - 4, 4);
    } else {
      String message = "no end mark behind the last part";
      walk.listing().problem(new Problem("ubnt.end", at, message));
    }
  }

  @Override
  public List<byte[]> magics() {
    List<byte[]> magics = new ArrayList<>();
    MAGICS.forEach(magic -> magics.add(magic.getBytes(StandardCharsets.US_ASCII)));
    return magics;
  }

  /** Only where the header's CRC matches; to the end of the blob. */
  @Override
  public OptionalLong extent(Bytes here) {
    return here.size() > HEADER && headerMatches(here)
        ? OptionalLong.of(here.size())
        : OptionalLong.empty();
  }
}
