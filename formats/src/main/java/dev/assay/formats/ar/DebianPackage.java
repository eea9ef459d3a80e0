package dev.assay.formats.ar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;

/** A Debian binary package: an ar archive whose first member is {@code debian-binary} (deb(5)). */
public final class DebianPackage implements Container {
  @Override
  public String type() {
    return "application/vnd.debian.binary-package";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, Ar.MAGIC + "debian-binary");
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ArReader(content, listing).read();
  }
}
