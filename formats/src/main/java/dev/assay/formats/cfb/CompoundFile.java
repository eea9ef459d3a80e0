package dev.assay.formats.cfb;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.util.List;
import java.util.OptionalLong;

/** Reads compound files: their streams are members, their storages folders. */
public final class CompoundFile implements Container, Carvable {
  @Override
  public String type() {
    return "application/x-ole-storage";
  }

  @Override
  public boolean recognises(Bytes content) {
    return CfbHeader.of(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    CfbHeader header =
        CfbHeader.of(content)
            .orElseThrow(() -> new Malformed("cfb.header", 0, "no header of versions 3 or 4"));
    new StorageTree(content, header, listing).list();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(CfbHeader.MAGIC);
  }

  /** To the last sector that its table says to be in use. */
  @Override
  public OptionalLong extent(Bytes here) {
    try {
      return CfbHeader.of(here).map(header -> extent(here, header)).orElse(OptionalLong.empty());
    } catch (Malformed lost) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong extent(Bytes here, CfbHeader header) {
    Chains sectors = Chains.ofSectors(here, header);
    long end = header.at(sectors.used());
    boolean rooted = header.directory() >= 0 && header.directory() < sectors.used();
    boolean sound = rooted && end <= here.size();
    return sound ? OptionalLong.of(end) : OptionalLong.empty();
  }
}
