package dev.assay.formats.ar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import java.nio.charset.StandardCharsets;
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
    return List.of(MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Follows the headers as long as they are some. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!here.has(0, MAGIC)) {
      return OptionalLong.empty();
    }
    long end = MAGIC.length();
    while (ArHeader.isAt(here, end)) {
      end = ArHeader.read(here, end).next();
    }
    return end > MAGIC.length() && end - 1 <= here.size()
        ? OptionalLong.of(Math.min(end, here.size()))
        : OptionalLong.empty();
  }
}
