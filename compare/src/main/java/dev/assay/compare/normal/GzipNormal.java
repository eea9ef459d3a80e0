package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/** The header of gzip's first member (RFC 1952); the content is compared decompressed. */
final class GzipNormal implements Normaliser {
  private static final int NAME = 8;
  private static final int EXTRA = 4;
  private static final int COMMENT = 16;
  private static final int MAX_NAME = 1024;

  @Override
  public boolean takes(String type) {
    return type.equals("application/gzip");
  }

  @Override
  public Normal normalise(Bytes content) {
    Block head = content.head(64 << 10);
    int flags = head.u8(3);
    int name = (flags & EXTRA) == 0 ? 10 : 12 + head.u16le(10);
    List<Trait> traits = new ArrayList<>();
    traits.add(new Trait(Equivalence.MTIME, "gzip mtime", Prints.time(head.u32le(4))));
    traits.add(
        new Trait(
            Equivalence.BUILD_PATH,
            "gzip file name",
            (flags & NAME) == 0 ? "" : head.cString(name, MAX_NAME)));
    traits.add(
        new Trait(
            Equivalence.COMPRESSION,
            "deflate stream",
            "level hint "
                + head.u8(8)
                + ", "
                + Prints.of(content.from(Math.min(10, head.size())))));
    return new Normal(extraAndComment(head), traits);
  }

  /** What a header may carry besides; no compressor writes it on its own. */
  private static byte[] extraAndComment(Block head) {
    int flags = head.u8(3);
    int extra = (flags & EXTRA) == 0 ? 0 : 2 + head.u16le(10);
    int comment = 10 + extra;
    if ((flags & NAME) != 0) {
      comment += head.cString(comment, head.size()).length() + 1;
    }
    String text = (flags & COMMENT) == 0 ? "" : head.cString(comment, head.size());
    return TarNormal.concat(
        head.bytes(10, extra), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
