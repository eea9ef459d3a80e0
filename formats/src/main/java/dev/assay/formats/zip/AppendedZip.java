package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;

/** Reads zip archives behind content of no known format, which only their end tells. */
public final class AppendedZip implements Container {
  @Override
  public String type() {
    return "application/zip";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Zip.endsAsOne(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ZipReader(content, listing).read();
  }
}
