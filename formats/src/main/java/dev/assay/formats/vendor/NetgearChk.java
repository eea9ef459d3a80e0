package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads Netgear CHK. */
public final class NetgearChk implements Container, Carvable {
  private static final String MAGIC = "*#$^";
  private static final int FIXED = 40;
  private static final int LARGEST_HEADER = FIXED + 64;
  private static final int HEADER_SUM = 36;

  @Override
  public String type() {
    return "application/vnd.netgear.chk";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < FIXED) {
      return false;
    }
    long size = content.block(4, 4).u32be(0);
    return size >= FIXED && size <= Math.min(LARGEST_HEADER, content.size());
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("chk.header", 4, "no header of a size that is in use");
    }
    Block fixed = content.block(0, FIXED);
    int size = (int) fixed.u32be(4);
    long kernel = fixed.u32be(24);
    long root = fixed.u32be(28);
    Sums.check("chk.header-checksum", HEADER_SUM, fixed.i32be(HEADER_SUM), headerSum(content, size))
        .forEach(listing::problem);
    Bytes rest = content.from(size);
    Bytes both = rest.slice(0, Math.min(rest.size(), kernel + root));
    Sums.check("chk.image-checksum", 32, fixed.i32be(32), FoldedSum.of(both))
        .forEach(listing::problem);
    Parts parts = new Parts(content, "chk", listing);
    parts.reserve(0, size);
    parts.add("kernel", size, kernel);
    parts.add("rootfs", size + kernel, root);
    parts.finish();
  }

  private static int headerSum(Bytes content, int size) {
    byte[] header = content.block(0, size).bytes(0, size);
    Arrays.fill(header, HEADER_SUM, HEADER_SUM + 4, (byte) 0);
    return FoldedSum.of(Bytes.of(header));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Only where the header's checksum matches. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    Block fixed = here.block(0, FIXED);
    int size = (int) fixed.u32be(4);
    return headerSum(here, size) == fixed.i32be(HEADER_SUM)
        ? OptionalLong.of(Math.min(here.size(), size + fixed.u32be(24) + fixed.u32be(28)))
        : OptionalLong.empty();
  }

  /** Netgear's checksum: the sum of the bytes and the sum of those sums, each folded to 16 bits. */
  static final class FoldedSum {
    private long sum;
    private long sums;

    private FoldedSum() {}

    static int of(Bytes content) {
      FoldedSum state = new FoldedSum();
      Sums.each(content, state::take);
      return (int) (folded(state.sums) << 16 | folded(state.sum));
    }

    private void take(byte[] array, int from, int length) {
      for (int i = from; i < from + length; i++) {
        sum = sum + (array[i] & 0xFF) & 0xFFFF_FFFFL;
        sums = sums + sum & 0xFFFF_FFFFL;
      }
    }

    private static long folded(long value) {
      long once = (value & 0xFFFF) + (value >>> 16);
      return (once >>> 16) + once & 0xFFFF;
    }
  }
}
