package dev.assay.formats.hexfile;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;

/** Reads Intel HEX. */
public final class IntelHex implements Container {
  @Override
  public String type() {
    return "application/vnd.intel.hex";
  }

  @Override
  public boolean recognises(Bytes content) {
    return HexProgram.starts(content, ':', HexRecord::intel);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new HexProgram(content, "ihex", HexRecord::intel, listing).read();
  }
}
