package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import java.util.Set;

/**
 * A zip archive with an Android manifest. Android libraries (AAR) have one, too, beside {@code
 * classes.jar}.
 */
public final class AndroidPackage implements Container {
  private static final String MANIFEST = "AndroidManifest.xml";
  private static final Set<String> TELLING = Set.of(MANIFEST, "classes.jar");

  @Override
  public String type() {
    return "application/vnd.android.package-archive";
  }

  @Override
  public boolean recognises(Bytes content) {
    return ZipNames.among(content, TELLING, ZipRules.ANDROID).equals(Set.of(MANIFEST));
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ZipReader(content, listing, ZipRules.ANDROID).read();
  }
}
