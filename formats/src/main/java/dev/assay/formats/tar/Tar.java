package dev.assay.formats.tar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import java.util.List;
import java.util.OptionalLong;

/** Reads tar archives. Files are windows on the archive, save sparse ones. */
public final class Tar implements Container, Carvable {
  @Override
  public String type() {
    return "application/x-tar";
  }

  @Override
  public boolean recognises(Bytes content) {
    Block block = content.block(0, TarHeader.SIZE);
    if (!TarHeader.isUstar(block) && !TarHeader.isPlausibleV7(block)) {
      return false;
    }
    return TarHeader.isSound(block) && TarHeader.read(content, 0).size() >= 0;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new TarReader(content, listing).read();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {'u', 's', 't', 'a', 'r'});
  }

  @Override
  public int magicOffset() {
    return 257;
  }

  /** Follows the headers to the end blocks; an archive without them is not found. */
  @Override
  public OptionalLong extent(Bytes here) {
    long at = 0;
    while (TarHeader.isSound(here.block(at, TarHeader.SIZE))) {
      TarHeader header = TarHeader.read(here, at);
      long extension = header.type() == 'S' ? SparseMap.oldGnuExtension(here, header) : 0;
      long size = "123456".indexOf(header.type()) < 0 ? header.size() : 0;
      if (size < 0 || size > here.size()) {
        return OptionalLong.empty();
      }
      at +=
          TarHeader.SIZE
              + extension
              + (size + TarHeader.SIZE - 1) / TarHeader.SIZE * TarHeader.SIZE;
    }
    boolean ends = at > 0 && TarHeader.isZero(here.block(at, 2 * TarHeader.SIZE));
    return ends ? OptionalLong.of(at + 2 * TarHeader.SIZE) : OptionalLong.empty();
  }
}
