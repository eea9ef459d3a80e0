package dev.assay.compare.change.data;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.text.TextChanges;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.List;

/** Lines of text that lie under zlib alone (RFC 1950), as objects of Git do. */
public final class ZlibChanges implements Change {
  private static final int MAX = 8 << 20;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.isEmpty() && isZlib(left) && isZlib(right);
  }

  /** Deflate with a window of at most 32 KiB, and a header that divides by 31. */
  static boolean isZlib(Bytes content) {
    if (content.size() < 8 || content.size() > MAX) {
      return false;
    }
    Block header = content.block(0, 2);
    return (header.u8(0) & 0x0F) == 8 && header.u8(0) >> 4 <= 7 && header.u16be(0) % 31 == 0;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    Bytes before = Bytes.of(Inflated.of(left, false, MAX));
    Bytes after = Bytes.of(Inflated.of(right, false, MAX));
    return TextChanges.isText(before) && TextChanges.isText(after)
        ? new TextChanges().between(before, after, most)
        : List.of();
  }
}
