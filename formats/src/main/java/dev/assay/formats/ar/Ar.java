package dev.assay.formats.ar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.util.List;
import java.util.OptionalLong;

/** Reads ar archives: static libraries and the like. Members are windows on the archive. */
public final class Ar implements Container, Carvable {
  static final String MAGIC = "!<arch>\n";

  @Override
  public String type() {
    return "application/x-archive";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ArReader(content, listing).read();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** Follows the headers as long as they are some. */
  @Override
  public OptionalLong extent(Bytes content, long at) {
    if (!content.has(at, MAGIC)) {
      return OptionalLong.empty();
    }
    long end = at + MAGIC.length();
    boolean any = false;
    while (ArHeader.isAt(content, end)) {
      try {
        end = ArHeader.read(content, end).next();
      } catch (Malformed damage) {
        return OptionalLong.empty();
      }
      any = true;
    }
    return any && end - 1 <= content.size()
        ? OptionalLong.of(Math.min(end, content.size()) - at)
        : OptionalLong.empty();
  }
}
