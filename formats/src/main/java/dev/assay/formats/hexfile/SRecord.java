package dev.assay.formats.hexfile;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;

/** Reads Motorola S-records. */
public final class SRecord implements Container {
  @Override
  public String type() {
    return "application/vnd.motorola.s-record";
  }

  @Override
  public boolean recognises(Bytes content) {
    return HexProgram.starts(content, 'S', HexRecord::motorola);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new HexProgram(content, "srec", HexRecord::motorola, listing).read();
  }
}
