package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.formats.axml.Element;
import java.util.Optional;

/**
 * An app as a package holds it.
 *
 * @param archive its members
 * @param root its manifest
 * @param manifest what the system makes of that
 */
public record App(ApkDirectory archive, Element root, Manifest manifest) {
  private static final String MANIFEST = "AndroidManifest.xml";

  /**
   * The app of a package; empty where it has no compiled manifest, as a library (AAR) has none.
   *
   * @throws dev.assay.formats.Malformed where archive or manifest cannot be read
   */
  static Optional<App> open(Bytes content) {
    Optional<ApkDirectory> archive = ApkDirectory.of(content);
    return archive
        .flatMap(directory -> directory.open(MANIFEST))
        .filter(xml -> !xml.has(0, "<"))
        .map(AndroidXml::read)
        .map(root -> new App(archive.get(), root, new Manifest(root)));
  }

  /** Its resources. */
  public PackageResources resources() {
    return PackageResources.of(archive);
  }
}
