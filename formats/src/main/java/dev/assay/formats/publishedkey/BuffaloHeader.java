package dev.assay.formats.publishedkey;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.PosixCksum;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes away what Buffalo puts before an image: the header of an update, a tag, a TFTP header. */
public final class BuffaloHeader implements Encoding {
  private static final String UPDATE = "bgn\0\0\0\0\0\0\0\0";
  private static final String TFTP = "# Airstation Public Fmt1";
  private static final int TFTP_HEADER = 32;

  /**
   * A header that says how large it and what is behind it are.
   *
   * @param length of the header in bytes
   * @param sizeAt offset of the bytes of all
   * @param sumAt offset of the checksum
   */
  private record Kind(int length, int sizeAt, int sumAt) {
    static final Kind OF_UPDATE = new Kind(20, 12, 16);
    static final Kind TAG = new Kind(160, 136, 140);

    boolean fits(Bytes content) {
      return content.size() > length && content.block(sizeAt, 4).u32be(0) == content.size();
    }
  }

  private static final int TAG_DATA_SIZE_AT = 152;

  @Override
  public String type() {
    return "application/vnd.buffalo.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, TFTP) && content.size() > TFTP_HEADER || kind(content).isPresent();
  }

  private static Optional<Kind> kind(Bytes content) {
    if (content.has(0, UPDATE)) {
      return Optional.of(Kind.OF_UPDATE).filter(kind -> content.size() > kind.length());
    }
    return Optional.of(Kind.TAG).filter(kind -> kind.fits(content) && isTag(content));
  }

  private static boolean isTag(Bytes content) {
    Block tag = content.head(Kind.TAG.length());
    return tag.u32be(TAG_DATA_SIZE_AT) == content.size() - Kind.TAG.length()
        && !tag.cString(0, 32).isEmpty()
        && tag.cString(0, 32).chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    if (content.has(0, TFTP)) {
      return Decoded.of(content.from(TFTP_HEADER), content.size());
    }
    Kind kind =
        kind(content).orElseThrow(() -> new Malformed("buffalo.header", 0, "no header of Buffalo"));
    Block header = content.head(kind.length());
    long announced = header.u32be(kind.sizeAt());
    long end = Math.min(Math.max(announced, kind.length()), content.size());
    List<Problem> problems = new ArrayList<>();
    if (announced > content.size()) {
      String message = announced + " bytes announced, " + content.size() + " are there";
      problems.add(new Problem("buffalo.truncated", content.size(), message));
    } else {
      byte[] checked = header.bytes(0, kind.length());
      Arrays.fill(checked, kind.sumAt(), kind.sumAt() + 4, (byte) 0);
      Bytes behind = content.slice(kind.length(), end - kind.length());
      int sum = PosixCksum.of(Bytes.of(checked), behind);
      problems.addAll(Sums.check("buffalo.cksum", kind.sumAt(), header.i32be(kind.sumAt()), sum));
    }
    return new Decoded(content.slice(kind.length(), end - kind.length()), end, "", problems);
  }
}
