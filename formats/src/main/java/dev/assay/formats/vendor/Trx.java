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

/** Reads TRX. */
public final class Trx implements Container, Carvable {
  static final String MAGIC = "HDR0";
  private static final int CHECKED_FROM = 12;

  @Override
  public String type() {
    return "application/vnd.broadcom.trx";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < 32) {
      return false;
    }
    Block header = content.block(0, 32);
    int version = header.u16le(14);
    return (version == 1 || version == 2)
        && header.u32le(4) > headerSize(version)
        && header.u32le(16) >= headerSize(version);
  }

  private static int headerSize(int version) {
    return version == 1 ? 28 : 32;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, 32);
    int size = headerSize(header.u16le(14));
    long length = Math.min(header.u32le(4), content.size());
    if (length < header.u32le(4)) {
      String message = header.u32le(4) + " bytes announced, " + length + " are there";
      listing.problem(new Problem("trx.truncated", 4, message));
    }
    Bytes checked = content.slice(CHECKED_FROM, Math.max(0, length - CHECKED_FROM));
    // The writer leaves out the last inversion of CRC-32.
    Sums.check("trx.crc", 8, header.i32le(8), ~Sums.crc32(checked)).forEach(listing::problem);
    Parts parts = new Parts(content, "trx", listing);
    parts.reserve(0, size);
    List<Long> starts = starts(header, size);
    for (int i = 0; i < starts.size(); i++) {
      long start = starts.get(i);
      long end = starts.stream().filter(other -> other > start).min(Long::compare).orElse(length);
      // One that starts behind the end is to be reported, so it is not taken for empty.
      parts.add("part-" + i, start, Math.max(1, end - start));
    }
    parts.finish();
  }

  private static List<Long> starts(Block header, int size) {
    List<Long> starts = new ArrayList<>();
    for (int at = 16; at < size; at += 4) {
      if (header.u32le(at) != 0) {
        starts.add(header.u32le(at));
      }
    }
    return starts;
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Only where the checksum matches. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here) || here.block(4, 4).u32le(0) > here.size()) {
      return OptionalLong.empty();
    }
    long length = here.block(4, 4).u32le(0);
    int computed = ~Sums.crc32(here.slice(CHECKED_FROM, length - CHECKED_FROM));
    return computed == here.block(8, 4).i32le(0) ? OptionalLong.of(length) : OptionalLong.empty();
  }
}
