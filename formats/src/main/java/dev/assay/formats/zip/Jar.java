package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import java.util.Set;

/** A zip archive with a Java manifest. */
public final class Jar implements Container {
  private static final Set<String> MANIFEST = Set.of("META-INF/MANIFEST.MF");

  @Override
  public String type() {
    return "application/java-archive";
  }

  @Override
  public boolean recognises(Bytes content) {
    return ZipNames.among(content, MANIFEST, ZipRules.STANDARD).equals(MANIFEST);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ZipReader(content, listing).read();
  }
}
